package dev.slipway.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.ui.shell.PanelTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DashboardViewTest extends PanelTest {
  private final ApiServer.Person person = behind().tenantUser();

  @BeforeEach
  void enter() {
    signIn(person);
  }

  @Test
  void who_is_new_reads_how_to_begin() {
    open("");

    assertThat(page()).contains("No servers yet", "Order server", "POST /api/v1/servers");
  }

  @Test
  void one_sentence_says_how_everything_stands() {
    var running = order(person);
    tables().server(running.server().id().value(), "running");
    tables().end(running.action().id().value(), "succeeded");
    open("");
    assertThat(page()).contains("Your server is fine", "1 running", "of 1,000", "in 1 server");

    tables().park(order(person).action().id().value(), "create-machine", "capacity");
    eventually(() ->
        assertThat(page()).contains("1 of 2 servers are fine", "1 order is delayed", "1 delayed"));
  }

  @Test
  void the_newest_servers_have_the_names_of_their_plans() {
    order(person);

    open("");

    assertThat(page()).contains("Small 1, 1 vCPU").doesNotContain("S-1");
  }

  @Test
  void a_tenant_reads_of_trouble_in_his_own_words() {
    var stopped = order(person);
    tables().park(stopped.action().id().value(), "create-machine", "capacity");

    open("");

    assertThat(page())
        .contains("Worth a look", "Create " + stopped.server().name(), "Our team is on it")
        .doesNotContain("Open decisions", "simulator", "pve-7", "parked");
  }

  @Test
  void an_order_that_has_not_begun_waits_and_is_not_being_built() {
    order(person);

    open("");

    assertThat(page())
        .contains("1 order waits by itself", "1 waiting")
        .doesNotContain("being built", "in progress");
  }

  @Test
  void a_tenant_reads_nothing_of_another() {
    var theirs = order(behind().tenantUser()).server().name().value();

    open("");

    assertThat(page()).doesNotContain(theirs);
  }

  @Test
  void an_operator_reads_which_decisions_are_open() {
    var stopped = order(person);
    tables().park(stopped.action().id().value(), "create-machine", "capacity");
    signIn(behind().operator());

    open("");

    assertThat(page())
        .contains("Open decisions", "No room for this size", "simulator/sim-1", "Waiting orders")
        .contains("Workers", "attention?cause=capacity");
  }
}
