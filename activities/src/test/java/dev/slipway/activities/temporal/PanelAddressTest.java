package dev.slipway.activities.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.action.ActionId;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PanelAddressTest {

  private static final ActionId ACTION = new ActionId("act_1");
  private static final URI HERE = URI.create("http://127.0.0.1:8080");

  @Test
  void what_the_settings_say_holds() {
    PanelAddress panel = panel("https://cloud.example/");

    panel.servedAt(HERE);

    assertThat(panel.of(ACTION)).contains("https://cloud.example/actions/act_1");
  }

  @Test
  void without_a_setting_the_panel_is_where_this_process_serves_it() {
    PanelAddress panel = panel(null);
    assertThat(panel.of(ACTION)).isEmpty();

    panel.servedAt(HERE);

    assertThat(panel.of(ACTION)).contains("http://127.0.0.1:8080/actions/act_1");
  }

  private static PanelAddress panel(@Nullable String setting) {
    return new PanelAddress(TemporalFixtures.withPanel(setting));
  }
}
