package dev.slipway.ui.shell.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ui.shell.PanelTest;
import dev.slipway.workflows.action.Estimate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimesTest extends PanelTest {
  @Test
  void a_span_has_at_most_two_units() {
    assertThat(Times.span(Duration.ofMillis(40))).isEqualTo("< 0.1 s");
    assertThat(Times.span(Duration.ofMillis(340))).isEqualTo("0.3 s");
    assertThat(Times.span(Duration.ofMillis(1_240))).isEqualTo("1.2 s");
    assertThat(Times.span(Duration.ofSeconds(34))).isEqualTo("34 s");
    assertThat(Times.span(Duration.ofSeconds(64))).isEqualTo("1 min 4 s");
    assertThat(Times.span(Duration.ofMinutes(38))).isEqualTo("38 min");
    assertThat(Times.span(Duration.ofMinutes(161))).isEqualTo("2 h 41 min");
    assertThat(Times.span(Duration.ofHours(49))).isEqualTo("2 d 1 h");
  }

  @Test
  void a_guess_is_a_range_unless_both_ends_are_the_same() {
    assertThat(Times.range(Estimate.ofMillis(20_000, 55_000))).isEqualTo("20–55 s");
    assertThat(Times.range(Estimate.ofMillis(200, 900))).isEqualTo("< 1 s");
    assertThat(Times.range(Estimate.ofMillis(800, 1_200))).isEqualTo("1 s");
    assertThat(Times.range(Estimate.ofMillis(50_000, 90_000))).isEqualTo("50 s–1 min 30 s");
    assertThat(Times.range(Estimate.ofMillis(4_000, 60_000))).isEqualTo("4 s–1 min");
    assertThat(Times.rangeInWords(Estimate.ofMillis(5_000, 64_000))).isEqualTo("5 s to 1 min 4 s");
    assertThat(Times.rangeInWords(Estimate.ofMillis(20_000, 55_000))).isEqualTo("20 to 55 s");
  }

  @Test
  void moments_are_in_utc() {
    var moment = Instant.parse("2026-11-21T02:04:09.118Z");

    assertThat(Times.moment(moment)).isEqualTo("21 Nov 2026, 02:04:09");
    assertThat(Times.minute(moment)).isEqualTo("21 Nov 2026, 02:04");
    assertThat(Times.clock(moment)).isEqualTo("02:04");
    assertThat(Times.clockMillis(moment)).isEqualTo("02:04:09.118");
  }
}
