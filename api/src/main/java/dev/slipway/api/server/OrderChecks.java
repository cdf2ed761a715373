package dev.slipway.api.server;

import dev.slipway.api.http.FieldErrors;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.catalog.Catalog;
import dev.slipway.workflows.catalog.Image;
import dev.slipway.workflows.catalog.Location;
import dev.slipway.workflows.catalog.Network;
import dev.slipway.workflows.catalog.ServerPlan;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerSize;
import dev.slipway.workflows.tenant.TenantId;
import dev.slipway.workflows.tenant.Users;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks an order against the catalogue, all of it before refusing any.
@Singleton
class OrderChecks {

  private static final int MOST_USER_DATA_BYTES = 32 * 1024;
  private static final Duration FURTHEST_START = Duration.ofDays(366);

  private final Catalog catalog;
  private final Users users;
  private final OrderKeys keys;
  private final Clock clock;

  OrderChecks(Catalog catalog, Users users, OrderKeys keys, Clock clock) {
    this.catalog = catalog;
    this.users = users;
    this.keys = keys;
    this.clock = clock;
  }

  /// @throws dev.slipway.api.http.ProblemException `invalid_input` with a pointer for each fault
  CheckedOrder check(Caller caller, OrderRequest request) {
    var errors = new FieldErrors();
    var name = ServerReadings.name(request.name(), errors);
    var plan = ServerReadings.known("plan", request.plan(), catalog::plan, errors);
    var image = ServerReadings.known("image", request.image(), catalog::image, errors);
    var location = ServerReadings.known("location", request.location(), catalog::location, errors);
    var tenant = tenant(caller, request.tenant(), errors);
    checkRest(request, errors);
    var size = plan.map(found -> OrderSize.of(found, request.size(), errors));
    plan.ifPresent(found -> location.ifPresent(at -> checkOffered(found, at, errors)));
    image.ifPresent(from -> size.ifPresent(of -> checkFits(from, of, errors)));
    var networks = location.map(at -> networks(request.networks(), at, errors));
    var sshKeys = tenant.map(owner -> keys.of(owner, request.sshKeys(), errors));
    errors.throwIfAny();
    return new CheckedOrder(
        request,
        tenant.orElseThrow(),
        name.orElseThrow(),
        plan.orElseThrow(),
        size.orElseThrow(),
        image.orElseThrow(),
        location.orElseThrow(),
        networks.orElseThrow(),
        sshKeys.orElseThrow());
  }

  /// Checks another image or another location for a server that was ordered.
  void checkChange(Server server, Map<String, Object> changed, FieldErrors errors) {
    if (changed.get("image") instanceof String image) {
      ServerReadings.known("image", image, catalog::image, errors)
          .ifPresent(from -> checkFits(from, server.size(), errors));
    }
    if (changed.get("location") instanceof String location) {
      ServerReadings.known("location", location, catalog::location, errors)
          .ifPresent(at -> checkPlace(server, at, errors));
    }
  }

  private void checkPlace(Server server, Location at, FieldErrors errors) {
    catalog.plan(server.plan()).ifPresent(plan -> checkOffered(plan, at, errors));
    if (!at.isAvailable()) {
      errors.add("/location", "unavailable", at.name() + " takes no orders at present.");
    }
    List<String> there = networksAt(at).stream().map(Network::code).toList();
    server.networks().stream()
        .filter(code -> !there.contains(code))
        .forEach(code ->
            errors.add("/location", "no_network", at.name() + " has no network " + code + "."));
  }

  private List<Network> networksAt(Location location) {
    return catalog.networks().stream()
        .filter(network -> network.location().equals(location.code()))
        .toList();
  }

  private Optional<TenantId> tenant(Caller caller, @Nullable String given, FieldErrors errors) {
    if (given == null || given.equals(caller.tenant().value())) {
      return Optional.of(caller.tenant());
    }
    if (caller.role().isPlatform() && given.matches(TenantId.PREFIX + "_[0-9a-z]{1,40}")) {
      TenantId id = new TenantId(given);
      if (users.tenant(id).isPresent()) {
        return Optional.of(id);
      }
    }
    errors.add("/tenant_id", "unknown", "There is no such tenant.");
    return Optional.empty();
  }

  private void checkRest(OrderRequest request, FieldErrors errors) {
    Labels.check(request.labels(), errors);
    String userData = request.userData();
    if (userData != null
        && userData.getBytes(StandardCharsets.UTF_8).length > MOST_USER_DATA_BYTES) {
      errors.add("/user_data", "too_long", "User data has at most 32 KiB.");
    }
    Instant notBefore = request.notBefore();
    if (notBefore != null && notBefore.isAfter(clock.instant().plus(FURTHEST_START))) {
      errors.add("/not_before", "too_far", "An order starts within 366 days.");
    }
  }

  private static void checkOffered(ServerPlan plan, Location location, FieldErrors errors) {
    if (!plan.locations().contains(location.code())) {
      errors.add(
          "/location", "not_offered", plan.name() + " is not offered in " + location.name() + ".");
    }
  }

  private static void checkFits(Image image, ServerSize size, FieldErrors errors) {
    if (size.diskGib() < image.minDiskGib()) {
      errors.add(
          "/image",
          "disk_too_small",
          image.name() + " needs a disk of " + image.minDiskGib() + " GiB.");
    }
    if (size.memoryMib() < image.minMemoryMib()) {
      errors.add(
          "/image",
          "memory_too_small",
          image.name() + " needs " + image.minMemoryMib() + " MiB of memory.");
    }
  }

  private List<String> networks(List<String> given, Location location, FieldErrors errors) {
    List<Network> there = networksAt(location);
    List<String> wanted = given.isEmpty() ? List.of("public") : given;
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      String reference = wanted.get(i);
      Optional<String> code =
          there.stream()
              .filter(net -> net.code().equals(reference) || net.id().equals(reference))
              .map(Network::code)
              .findFirst();
      if (code.isEmpty()) {
        errors.add("/networks/" + i, "unknown", "There is no such network in this location.");
      }
      code.filter(each -> !codes.contains(each)).ifPresent(codes::add);
    }
    return codes;
  }
}
