package dev.slipway.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelLinesTest {

  @Test
  void labels_are_lines_in_the_order_of_their_keys() {
    assertThat(LabelLines.of(Map.of("tier", "web", "env", "prod", "solo", "")))
        .isEqualTo("env=prod\nsolo\ntier=web");
  }

  @Test
  void what_was_written_is_read_again() {
    var labels = Map.of("env", "prod", "solo", "", "example.com/owner", "a.b-c");

    assertThat(LabelLines.parse(LabelLines.of(labels))).isEqualTo(labels);
  }

  @Test
  void blank_lines_and_blanks_around_are_left_out() {
    assertThat(LabelLines.parse("\n  env = prod \n\n solo\n"))
        .isEqualTo(Map.of("env", "prod", "solo", ""));
  }

  @Test
  void only_the_first_equals_sign_divides() {
    assertThat(LabelLines.parse("query=a=b")).isEqualTo(Map.of("query", "a=b"));
  }

  @Test
  void a_key_that_stands_there_twice_is_named() {
    assertThat(LabelLines.repeated("env=prod\ntier=web\nenv = test")).containsExactly("env");
    assertThat(LabelLines.repeated("env=prod\ntier=web\n\n")).isEmpty();
  }
}
