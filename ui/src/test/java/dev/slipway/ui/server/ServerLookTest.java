package dev.slipway.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ui.server.ServerLook.Form;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerLookTest {
  @Test
  void what_the_browser_keeps_is_what_was_chosen() {
    var shown = EnumSet.copyOf(ServerColumn.OPTIONAL);
    shown.removeAll(Set.of(ServerColumn.LABELS, ServerColumn.IMAGE));

    var chosen = ServerLook.USUAL.as(Form.CARDS).with(100).showing(shown);

    assertThat(chosen.code()).isEqualTo("cards.100.image_labels");
    assertThat(ServerLook.of(chosen.code())).isEqualTo(chosen);
    assertThat(chosen.shown()).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "..", "tiles.51.status_name_x", "compact.-1.", "a.b.c.d"})
  void what_makes_no_sense_is_as_usual(String kept) {
    assertThat(ServerLook.of(kept)).isEqualTo(ServerLook.USUAL);
  }

  @Test
  void the_state_and_the_name_are_always_there() {
    assertThat(ServerLook.USUAL.showing(Set.of()).hidden())
        .isNotEmpty()
        .doesNotContain(ServerColumn.STATUS, ServerColumn.NAME);
  }
}
