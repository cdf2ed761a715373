package dev.slipway.ui.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import dev.slipway.ui.shell.PanelTest;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkerViewTest extends PanelTest {
  private final String id = "worker-" + UUID.randomUUID();

  @BeforeEach
  void enter() {
    signIn(behind().operator());
  }

  @AfterEach
  void leave() {
    tables().run("delete from worker");
  }

  @Test
  void says_that_nobody_works() {
    open("workers");

    assertThat(page()).contains("No worker was seen in the last day", "Queues");
  }

  @Test
  void who_works_is_asked_to_stop_after_a_warning() {
    online(id);
    open("workers");
    assertThat(page()).contains(id, "Online", "build 1.2.3", "slipway-test");

    test(find(Button.class).withText("Drain").single()).click();
    eventually(() ->
        assertThat(page()).contains("finishes what it has begun", "No other worker is online."));
    press("drain-confirm");

    assertThat(page()).contains("Draining");
    assertThat(find(Button.class).withText("Drain").single().isEnabled()).isFalse();
  }

  @Test
  void with_another_one_online_nobody_is_warned() {
    online(id);
    online(id + "-b");
    open("workers");

    test(find(Button.class).withText("Drain").all().getFirst()).click();

    eventually(() -> assertThat(page()).contains("finishes what it has begun"));
    assertThat(page()).doesNotContain("No other worker is online.");
  }

  @Test
  void that_nobody_works_any_more_is_said_above_those_who_did() {
    online(id);
    open("workers");
    assertThat(page()).doesNotContain("No worker is online.");
    tables().run("update worker set last_seen_at = now() - interval '5 minutes'");

    open("servers");
    open("workers");

    assertThat(page()).contains("No worker is online.", id, "Offline");
  }

  @Test
  void a_worker_that_went_away_meanwhile_is_said_to_be_offline() {
    online(id);
    open("workers");
    test(find(Button.class).withText("Drain").single()).click();
    tables()
        .run(
            "update worker set last_seen_at = now() - interval '5 minutes' where id = '"
                + id
                + "'");

    press("drain-confirm");

    assertThat(page()).contains("is offline already");
  }

  private void online(String worker) {
    tables()
        .run(
            """
            insert into worker (id, build, queues, status, last_seen_at)
            values ('%s', '1.2.3', '{slipway-test}', 'online', '%s')
            """
                .formatted(worker, behind().bean(Clock.class).instant()));
  }
}
