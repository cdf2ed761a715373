package dev.slipway.activities.worker;

import static dev.slipway.activities.action.ActionFixtures.aCreate;
import static dev.slipway.activities.server.ServerFixtures.NOON;
import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.storage.MovableClock;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.worker.QueueRecord;
import dev.slipway.workflows.worker.Workers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QueueFiguresTest {

  private static final MovableClock CLOCK = new MovableClock(NOON.plusSeconds(30));

  @RegisterExtension static final Storage STORAGE = new Storage().with(CLOCK);

  private final Actions actions = STORAGE.get(Actions.class);
  private final Workers workers = STORAGE.get(Workers.class);

  @BeforeEach
  void no_actions() {
    STORAGE.execute("delete from lane", "delete from action_step", "delete from action");
  }

  @Test
  void an_idle_queue_is_shown_too() {
    assertThat(workers.queues()).containsExactly(new QueueRecord("cloudpods", 0, null, 0, 3));
  }

  @Test
  void what_is_due_counts_from_when_it_was() {
    store(aCreate(aServer(NORTH), NOON.plusSeconds(20), null));
    store(aCreate(aServer(NORTH), NOON, NOON.plusSeconds(10)));

    assertThat(queue().depth()).isEqualTo(2);
    assertThat(queue().oldestAt()).isEqualTo(NOON.plusSeconds(10));
  }

  @Test
  void what_waits_for_its_time_or_in_a_lane_is_not_due() {
    Server server = aServer(NORTH);
    store(aCreate(server));
    store(aCreate(server));
    store(aCreate(aServer(NORTH), NOON, NOON.plus(Duration.ofHours(1))));

    assertThat(queue().depth()).isEqualTo(1);
  }

  @Test
  void only_what_a_worker_is_at_counts_as_running() {
    NewAction running = store(aCreate(aServer(NORTH)));
    NewAction parked = store(aCreate(aServer(NORTH)));
    STORAGE.execute(
        "update action set status = 'running' where id = '" + running.id() + "'",
        "update action set status = 'parked' where id = '" + parked.id() + "'");

    assertThat(queue()).matches(queue -> queue.running() == 1 && queue.depth() == 0);
  }

  private QueueRecord queue() {
    List<QueueRecord> queues = workers.queues();
    assertThat(queues).hasSize(1);
    return queues.getFirst();
  }

  private NewAction store(NewAction action) {
    STORAGE.as(
        NORTH,
        () -> {
          actions.queue(action);
          return true;
        });
    return action;
  }
}
