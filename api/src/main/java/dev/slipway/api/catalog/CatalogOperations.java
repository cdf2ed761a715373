package dev.slipway.api.catalog;

import dev.slipway.api.http.ListMeta;
import dev.slipway.api.http.Wire;
import dev.slipway.workflows.catalog.Image;
import dev.slipway.workflows.catalog.Location;
import dev.slipway.workflows.catalog.Network;
import dev.slipway.workflows.catalog.ServerPlan;
import dev.slipway.workflows.catalog.SizeBounds;
import dev.slipway.workflows.server.ServerSize;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// The catalogue.
interface CatalogOperations {

  @Get("/plans")
  PlanList plans(@Nullable @QueryValue String page, @Nullable @QueryValue("per_page") String size);

  @Get("/images")
  ImageList images(
      @Nullable @QueryValue String page, @Nullable @QueryValue("per_page") String size);

  @Get("/locations")
  LocationList locations(
      @Nullable @QueryValue String page, @Nullable @QueryValue("per_page") String size);

  @Get("/networks")
  NetworkList networks(
      @Nullable @QueryValue String page, @Nullable @QueryValue("per_page") String size);

  /// A part of the plans.
  @Wire
  record PlanList(List<PlanBody> plans, ListMeta meta) {}

  /// A part of the images.
  @Wire
  record ImageList(List<ImageBody> images, ListMeta meta) {}

  /// A part of the locations.
  @Wire
  record LocationList(List<LocationBody> locations, ListMeta meta) {}

  /// A part of the networks.
  @Wire
  record NetworkList(List<NetworkBody> networks, ListMeta meta) {}

  /// A plan.
  ///
  /// @param custom the bounds of an own size, null where the size is fixed
  @Wire
  record PlanBody(
      String id,
      String code,
      String name,
      int vcpus,
      int memoryMib,
      int diskGib,
      int trafficGib,
      PriceBody price,
      List<String> locations,
      @Nullable CustomBody custom) {

    static PlanBody of(ServerPlan plan) {
      return new PlanBody(
          plan.id(),
          plan.code(),
          plan.name(),
          plan.size().vcpus(),
          plan.size().memoryMib(),
          plan.size().diskGib(),
          plan.trafficGib(),
          PriceBody.of(plan.price()),
          plan.locations(),
          CustomBody.of(plan.custom()));
    }
  }

  /// The bounds of an own size.
  @Wire
  record CustomBody(RangeBody vcpus, RangeBody memoryMib, RangeBody diskGib) {

    static @Nullable CustomBody of(@Nullable SizeBounds bounds) {
      return bounds == null
          ? null
          : new CustomBody(
              range(bounds, ServerSize::vcpus),
              range(bounds, ServerSize::memoryMib),
              range(bounds, ServerSize::diskGib));
    }

    private static RangeBody range(SizeBounds bounds, ToIntFunction<ServerSize> part) {
      return new RangeBody(part.applyAsInt(bounds.min()), part.applyAsInt(bounds.max()));
    }
  }

  /// The least and the most.
  @Wire
  record RangeBody(int min, int max) {}

  /// An image.
  @Wire
  record ImageBody(
      String id, String code, String name, String osFamily, int minDiskGib, int minMemoryMib) {

    static ImageBody of(Image image) {
      return new ImageBody(
          image.id(),
          image.code(),
          image.name(),
          image.osFamily(),
          image.minDiskGib(),
          image.minMemoryMib());
    }
  }

  /// A location.
  @Wire
  record LocationBody(String id, String code, String name, String country, boolean available) {

    static LocationBody of(Location location) {
      return new LocationBody(
          location.id(),
          location.code(),
          location.name(),
          location.country(),
          location.isAvailable());
    }
  }

  /// A network.
  @Wire
  record NetworkBody(
      String id, String code, String name, String location, String kind, String cidr) {

    static NetworkBody of(Network network) {
      return new NetworkBody(
          network.id(),
          network.code(),
          network.name(),
          network.location(),
          network.kind(),
          network.cidr());
    }
  }
}
