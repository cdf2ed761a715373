package dev.slipway.activities.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.activities.storage.Storage;
import dev.slipway.activities.storage.TestPostgres;
import dev.slipway.workflows.catalog.Catalog;
import dev.slipway.workflows.catalog.Image;
import dev.slipway.workflows.catalog.Location;
import dev.slipway.workflows.catalog.Network;
import dev.slipway.workflows.catalog.ServerPlan;
import dev.slipway.workflows.catalog.SizeBounds;
import dev.slipway.workflows.server.ServerSize;
import io.micronaut.context.ApplicationContext;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcCatalogTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final Catalog catalog = STORAGE.get(Catalog.class);

  @Test
  void an_empty_catalogue_is_filled_at_start() {
    assertThat(catalog.plans())
        .extracting(ServerPlan::code)
        .containsExactly("s-1", "s-2", "s-4", "custom", "m-8");
    assertThat(catalog.locations())
        .extracting(Location::code)
        .containsExactly("sim-1", "sim-2", "sim-3");
    assertThat(catalog.locations()).allMatch(place -> place.provider().equals("simulator"));
    assertThat(catalog.images()).extracting(Image::code).contains("debian-13", "rocky-9");
    assertThat(catalog.images()).extracting(Image::name).isSorted();
    assertThat(catalog.networks())
        .extracting(Network::location, Network::code)
        .hasSize(6)
        .startsWith(tuple("sim-1", "private"), tuple("sim-1", "public"));
  }

  @Test
  void a_plan_is_found_by_id_or_code() {
    ServerPlan plan = catalog.plan("s-1").orElseThrow();

    assertThat(catalog.plan(plan.id())).contains(plan);
    assertThat(plan.size()).isEqualTo(new ServerSize(1, 1_024, 25));
    assertThat(plan.price().monthly()).isEqualTo(new BigDecimal("4.50"));
    assertThat(plan.locations()).containsExactly("sim-1", "sim-2", "sim-3");
    assertThat(plan.custom()).isNull();
    assertThat(catalog.plan("unknown")).isEmpty();
  }

  @Test
  void an_own_size_has_bounds() {
    assertThat(catalog.plan("custom").orElseThrow().custom())
        .isEqualTo(new SizeBounds(new ServerSize(1, 1_024, 10), new ServerSize(16, 65_536, 1_000)));
  }

  @Test
  void what_is_withdrawn_is_neither_listed_nor_found() {
    STORAGE.execute("update image set active = false where code = 'fedora-43'");

    assertThat(catalog.images()).extracting(Image::code).doesNotContain("fedora-43");
    assertThat(catalog.image("fedora-43")).isEmpty();
    assertThat(catalog.image("debian-12")).isPresent();
    assertThat(catalog.location("sim-2")).isPresent();
    assertThat(catalog.location("loc_sim2")).isPresent();
  }

  @Test
  void a_catalogue_with_something_in_it_is_left_alone() {
    Map<String, Object> properties = STORAGE.database().properties();
    STORAGE.execute("delete from plan where code = 's-2'");

    ApplicationContext.run(properties, "test").close();

    assertThat(catalog.plan("s-2")).isEmpty();
    STORAGE.execute(
        """
        insert into plan (id, code, name, vcpus, memory_mib, disk_gib, traffic_gib, price_monthly,
          price_hourly, currency, locations, active)
        values ('pln_s2', 's-2', 'Small 2', 2, 2048, 50, 2000, 8.5, 0.0136, 'EUR',
          array['sim-1'], true)
        """);
  }

  @Test
  void the_demo_can_be_left_out() {
    Map<String, Object> properties = TestPostgres.database().properties();
    properties.put("slipway.catalog.demo", "false");

    try (ApplicationContext beans = ApplicationContext.run(properties, "test")) {
      assertThat(beans.getBean(Catalog.class).plans()).isEmpty();
    }
  }
}
