package dev.slipway.ui.shell.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ui.shell.PanelTest;
import dev.slipway.workflows.catalog.Price;
import dev.slipway.workflows.server.ServerSize;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AmountsTest extends PanelTest {
  @Test
  void money_has_a_symbol_and_its_usual_digits() {
    var price = new Price(new BigDecimal("16.9"), new BigDecimal("0.02708"), "EUR");

    assertThat(Amounts.monthly(price)).isEqualTo("€ 16.90");
    assertThat(Amounts.hourly(price)).isEqualTo("€ 0.0271");
  }

  @Test
  void sizes_have_units_people_know() {
    assertThat(Amounts.memory(16_384)).isEqualTo("16");
    assertThat(Amounts.memory(512)).isEqualTo("0.5");
    assertThat(Amounts.traffic(20_000)).isEqualTo("20 TB");
    assertThat(Amounts.traffic(500)).isEqualTo("500 GB");
    assertThat(Amounts.size("S8", new ServerSize(8, 16_384, 160)))
        .isEqualTo("S8, 8 vCPU, 16 GB, 160 GB disk");
  }
}
