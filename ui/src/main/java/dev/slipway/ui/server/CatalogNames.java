package dev.slipway.ui.server;

import dev.slipway.api.catalog.CatalogService;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.catalog.Image;
import dev.slipway.workflows.catalog.Location;
import dev.slipway.workflows.catalog.ServerPlan;
import dev.slipway.workflows.server.Server;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the parts of servers are called, by their codes. A part that is gone is called by its code.
record CatalogNames(
    Map<String, String> plans, Map<String, String> images, Map<String, String> places) {

  static CatalogNames read(CatalogService catalog, Caller caller) {
    return new CatalogNames(
        byCode(catalog.plans(caller), ServerPlan::code, ServerPlan::name),
        byCode(catalog.images(caller), Image::code, Image::name),
        byCode(catalog.locations(caller), Location::code, Location::name));
  }

  private static <T> Map<String, String> byCode(
      List<T> parts, Function<T, String> code, Function<T, String> name) {
    return parts.stream().collect(Collectors.toUnmodifiableMap(code, name));
  }

  String plan(Server server) {
    return plans.getOrDefault(server.plan(), server.plan());
  }

  String image(Server server) {
    return images.getOrDefault(server.image(), server.image());
  }

  String place(Server server) {
    return places.getOrDefault(server.location(), server.location());
  }
}
