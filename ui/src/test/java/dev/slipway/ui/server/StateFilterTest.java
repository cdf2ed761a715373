package dev.slipway.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StateFilterTest extends ServerListTest {
  @Test
  void chips_count_within_what_else_is_asked_for() {
    var wanted = order(person).server();
    var other = order(person).server();
    tables().run("update server set name = 'park-1' where id = '%s'".formatted(wanted.id()));
    tables().server(wanted.id().value(), "running");
    tables().server(other.id().value(), "running");

    open("servers?q=par&state=failed");

    assertThat(chips()).contains("All1", "Failed0").anyMatch(chip -> chip.contains("Running1"));
    assertThat(page()).contains("No server matches", "2 servers are hidden by the filter");
  }

  @Test
  void the_word_of_the_api_for_a_state_is_understood() {
    var built = order(person);
    var running = built.server();
    order(person);
    tables().server(running.id().value(), "running");
    tables().end(built.action().id().value(), "succeeded");

    open("servers?status=running");
    assertThat(rows()).extracting(row -> row.server().id()).containsExactly(running.id());
    assertThat(pressed()).singleElement().asString().contains("Running");

    open("servers?status=queued");
    assertThat(rows()).hasSize(1);
    assertThat(pressed()).singleElement().asString().contains("Waiting1");

    open("servers?status=stopped");
    assertThat(pressed()).singleElement().asString().contains("Off");
  }
}
