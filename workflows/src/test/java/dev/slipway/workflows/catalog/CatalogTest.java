package dev.slipway.workflows.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.server.ServerSize;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {

  @Test
  void a_plan_does_not_change_with_the_list_it_was_made_of() {
    List<String> locations = new ArrayList<>(List.of("sim-1"));
    ServerSize size = new ServerSize(1, 512, 10);
    ServerPlan plan =
        new ServerPlan(
            "pln_1",
            "s-1",
            "Small",
            size,
            1_000,
            new Price(BigDecimal.TEN, BigDecimal.ONE, "EUR"),
            locations,
            new SizeBounds(size, size),
            true);

    locations.add("sim-2");

    assertThat(plan.locations()).containsExactly("sim-1");
  }
}
