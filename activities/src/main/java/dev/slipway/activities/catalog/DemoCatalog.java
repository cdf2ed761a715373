package dev.slipway.activities.catalog;

import dev.slipway.activities.storage.StartupWrites;
import dev.slipway.workflows.catalog.Price;
import dev.slipway.workflows.catalog.ServerPlan;
import dev.slipway.workflows.catalog.SizeBounds;
import dev.slipway.workflows.server.ServerSize;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fills an empty catalogue at start with the simulator's three locations and what can be ordered
/// there; `slipway.catalog.demo=false` leaves it empty.
@Singleton
@Requires(property = "slipway.catalog.demo", notEquals = "false", defaultValue = "true")
@Requires(property = "datasources.default.url")
final class DemoCatalog implements ApplicationEventListener<StartupEvent> {

  private static final List<String> CODES = List.of("sim-1", "sim-2", "sim-3");

  /// What the simulated locations give addresses from.
  private static final List<String> PUBLIC_NETWORKS =
      List.of("198.18.0.0/16", "198.19.0.0/17", "198.19.128.0/24");

  private final Filling filling;
  private final PlanRows plans;
  private final ImageRows images;
  private final Places places;

  DemoCatalog(Filling filling, PlanRows plans, ImageRows images, Places places) {
    this.filling = filling;
    this.plans = plans;
    this.images = images;
    this.places = places;
  }

  /// How a start writes.
  @Singleton
  record Filling(StartupWrites startup, Transactions transactions) {}

  /// Where things are.
  @Singleton
  record Places(LocationRows locations, NetworkRows networks) {}

  @Override
  public void onApplicationEvent(StartupEvent event) {
    filling.startup().ensure(() -> filling.transactions().in(Scope.PLATFORM, this::fillIfEmpty));
  }

  private boolean fillIfEmpty() {
    if (places.locations().count() > 0 || plans.count() > 0) {
      return false;
    }
    places.locations().saveAll(locations());
    places.networks().saveAll(networks());
    images.saveAll(demoImages());
    plans.saveAll(demoPlans().stream().map(PlanRow::of).toList());
    return true;
  }

  private static List<LocationRow> locations() {
    return List.of(
        new LocationRow("loc_sim1", "sim-1", "Lübeck", "DE", true, "simulator"),
        new LocationRow("loc_sim2", "sim-2", "Verona", "IT", true, "simulator"),
        new LocationRow("loc_sim3", "sim-3", "Utrecht", "NL", true, "simulator"));
  }

  private static List<NetworkRow> networks() {
    return CODES.stream()
        .flatMap(code -> {
          String id = "net_" + code.replace("-", "");
          int number = code.charAt(code.length() - 1) - '0';
          return List.of(
              new NetworkRow(
                  id + "public",
                  "public",
                  "Public network",
                  code,
                  "public",
                  PUBLIC_NETWORKS.get(number - 1)),
              new NetworkRow(
                  id + "private",
                  "private",
                  "Private network",
                  code,
                  "private",
                  "10." + number + ".0.0/16"))
              .stream();
        })
        .toList();
  }

  private static List<ImageRow> demoImages() {
    return List.of(
        new ImageRow("img_debian13", "debian-13", "Debian 13", "debian", 5, 512, true),
        new ImageRow("img_debian12", "debian-12", "Debian 12", "debian", 5, 512, true),
        new ImageRow("img_ubuntu2404", "ubuntu-24-04", "Ubuntu 24.04 LTS", "ubuntu", 8, 1024, true),
        new ImageRow("img_alma10", "alma-10", "AlmaLinux 10", "alma", 10, 2048, true),
        new ImageRow("img_rocky9", "rocky-9", "Rocky Linux 9", "rocky", 10, 1024, true),
        new ImageRow("img_fedora43", "fedora-43", "Fedora 43", "fedora", 10, 2048, true));
  }

  private static List<ServerPlan> demoPlans() {
    SizeBounds bounds =
        new SizeBounds(new ServerSize(1, 1_024, 10), new ServerSize(16, 65_536, 1_000));
    return List.of(
        plan("s-1", "Small 1", new ServerSize(1, 1_024, 25), 1_000, "4.50", "0.0072", null),
        plan("s-2", "Small 2", new ServerSize(2, 2_048, 50), 2_000, "8.50", "0.0136", null),
        plan("s-4", "Small 4", new ServerSize(2, 4_096, 80), 4_000, "14.90", "0.0239", null),
        plan("m-8", "Medium 8", new ServerSize(4, 8_192, 160), 8_000, "27.90", "0.0447", null),
        plan("custom", "Custom", new ServerSize(2, 4_096, 80), 4_000, "16.90", "0.0271", bounds));
  }

  private static ServerPlan plan(
      String code,
      String name,
      ServerSize size,
      int trafficGib,
      String monthly,
      String hourly,
      @Nullable SizeBounds custom) {
    return new ServerPlan(
        "pln_" + code.replace("-", ""),
        code,
        name,
        size,
        trafficGib,
        new Price(new BigDecimal(monthly), new BigDecimal(hourly), "EUR"),
        CODES,
        custom,
        true);
  }
}
