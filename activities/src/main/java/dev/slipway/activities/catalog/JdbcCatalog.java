package dev.slipway.activities.catalog;

import dev.slipway.workflows.catalog.Catalog;
import dev.slipway.workflows.catalog.Image;
import dev.slipway.workflows.catalog.Location;
import dev.slipway.workflows.catalog.Network;
import dev.slipway.workflows.catalog.ServerPlan;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// The [Catalog] in PostgreSQL; it belongs to no tenant and needs no scope.
@Singleton
final class JdbcCatalog implements Catalog {

  private final PlanRows plans;
  private final ImageRows images;
  private final LocationRows locations;
  private final NetworkRows networks;

  JdbcCatalog(PlanRows plans, ImageRows images, LocationRows locations, NetworkRows networks) {
    this.plans = plans;
    this.images = images;
    this.locations = locations;
    this.networks = networks;
  }

  @Override
  public List<ServerPlan> plans() {
    return plans.findByActiveTrueOrderByPriceMonthlyAscAndCodeAsc().stream()
        .map(PlanRow::toPlan)
        .toList();
  }

  @Override
  public List<Image> images() {
    return images.findByActiveTrueOrderByNameAscAndCodeAsc().stream()
        .map(ImageRow::toImage)
        .toList();
  }

  @Override
  public List<Location> locations() {
    return locations.listOrderByCodeAsc().stream().map(LocationRow::toLocation).toList();
  }

  @Override
  public List<Network> networks() {
    return networks.listOrderByLocationAscAndCodeAsc().stream().map(NetworkRow::toNetwork).toList();
  }

  @Override
  public Optional<ServerPlan> plan(String reference) {
    return plans.active(reference).map(PlanRow::toPlan);
  }

  @Override
  public Optional<Image> image(String reference) {
    return images.active(reference).map(ImageRow::toImage);
  }

  @Override
  public Optional<Location> location(String reference) {
    return locations.of(reference).map(LocationRow::toLocation);
  }
}
