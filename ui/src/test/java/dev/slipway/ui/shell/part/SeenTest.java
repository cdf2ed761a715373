package dev.slipway.ui.shell.part;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenTest {
  private final Seen seen = new Seen();

  @Test
  void the_first_time_everything_is_new() {
    assertThat(seen.isNew()).isTrue();
    assertThat(seen.isNew("running", null)).isTrue();
  }

  @Test
  void what_stays_is_not_new_and_what_changes_is() {
    seen.isNew("running", null);

    assertThat(seen.isNew("running", null)).isFalse();
    assertThat(seen.isNew("running", "198.51.100.7")).isTrue();
    assertThat(seen.isNew("running", null)).isTrue();
  }
}
