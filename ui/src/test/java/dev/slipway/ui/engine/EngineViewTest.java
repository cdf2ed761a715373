package dev.slipway.ui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ui.shell.PanelTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineViewTest extends PanelTest {
  @BeforeEach
  void enter() {
    signIn(behind().operator());
  }

  @AfterEach
  void comeBack() {
    behind().engine().away(false);
  }

  @Test
  void says_where_temporal_is_and_what_it_lacks() {
    open("engine");

    eventually(() ->
        assertThat(page())
            .contains("Reachable", "127.0.0.1:7233", "No schedules", "No Web UI", "No visibility")
            .doesNotContain("SlipwayAttention IS NOT NULL"));
  }

  @Test
  void says_that_it_does_not_answer() {
    behind().engine().away(true);

    open("engine");

    eventually(() ->
        assertThat(page())
            .contains("Does not answer", "Not known while Temporal does not")
            .contains("Nothing is lost: what runs stands still", "Not known at present")
            .doesNotContain("No visibility"));
  }
}
