package dev.slipway.activities.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.EngineUnavailableException;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.StepCommand;
import dev.slipway.workflows.step.WorkflowClosedException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommandDeliveryTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final MemoryEngine memory = new MemoryEngine(STORAGE, STORAGE.get(StepInterceptor.class));

  @BeforeEach
  void leave_no_room_once() {
    memory.leaveNoRoomFor(2);
  }

  @AfterEach
  void close() {
    memory.makeRoom();
    memory.close();
  }

  @Test
  void a_command_waits_for_its_parking_to_come() {
    ActionId id = memory.orders();
    memory.startWorker();
    awaitsParking(id, 1);

    Thread early = Thread.startVirtualThread(() -> retries(id, 2, Duration.ofSeconds(20)));
    retries(id, 1, Duration.ZERO);

    await().atMost(Duration.ofSeconds(20)).until(() -> !early.isAlive());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> memory.find(id).status() == ActionStatus.SUCCEEDED);
  }

  @Test
  void a_command_whose_parking_does_not_come_in_time_is_to_be_sent_again_and_leaves_no_trace() {
    ActionId id = memory.orders();
    memory.startWorker();
    awaitsParking(id, 1);

    assertThatThrownBy(() -> retries(id, 2, Duration.ofMillis(200)))
        .isInstanceOf(EngineUnavailableException.class);

    assertThat(memory.find(id).status()).isEqualTo(ActionStatus.PARKED);
    assertThat(memory.parkingOf(id)).isEqualTo(1);
  }

  @Test
  void a_closed_workflow_is_looked_at_when_a_command_finds_it_so() {
    ActionId id = memory.orders();
    memory.startWorker();
    awaitsParking(id, 1);
    memory.terminate(id);

    assertThatThrownBy(() -> retries(id, 1, Duration.ZERO))
        .isInstanceOf(WorkflowClosedException.class);

    awaitsParking(id, 2);
    retries(id, 2, Duration.ofSeconds(20));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> memory.find(id).status() != ActionStatus.PARKED || memory.parkingOf(id) > 2);
  }

  @Test
  void nobody_waits_long_for_the_telling_of_an_abort_that_is_stored() {
    ActionId id = memory.orders();
    StepCommand abort = new StepCommand(id.value(), null, null, null, null, "mine", "usr_1");

    Instant asked = Instant.now();
    assertThatThrownBy(() -> memory.delivery().tell(id, abort, "abort-1"))
        .isInstanceOf(EngineUnavailableException.class);

    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void an_abort_that_is_stored_reaches_a_workflow_that_runs() {
    ActionId id = memory.orders();
    memory.startWorker();
    awaitsParking(id, 1);
    StepCommand abort = new StepCommand(id.value(), null, null, null, null, "mine", "usr_1");

    memory.delivery().tell(id, abort, "abort-1");

    assertThat(memory.delivery().hasObeyed(id, "abort-1")).isTrue();
  }

  @Test
  void a_command_that_was_obeyed_is_known_by_its_id_as_long_as_its_workflow_is() {
    ActionId id = memory.orders();
    memory.startWorker();
    awaitsParking(id, 1);
    assertThat(memory.delivery().hasObeyed(id, "retry-1")).isFalse();

    retries(id, 1, Duration.ZERO);
    assertThat(memory.delivery().hasObeyed(id, "retry-1")).isTrue();
    assertThat(memory.delivery().hasObeyed(id, "another")).isFalse();

    awaitsParking(id, 2);
    retries(id, 2, Duration.ZERO);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> memory.find(id).status() == ActionStatus.SUCCEEDED);
    assertThat(memory.delivery().hasObeyed(id, "retry-1")).isTrue();
    assertThat(memory.delivery().hasObeyed(new ActionId("act_nope"), "retry-1")).isFalse();
  }

  private void retries(ActionId id, int parking, Duration patience) {
    StepCommand retry = new StepCommand(id.value(), parking, null, null, null, null, "usr_1");
    memory.delivery().deliver(id, CommandKind.RETRY, retry, "retry-" + parking, patience);
  }

  private void awaitsParking(ActionId id, int number) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            memory.find(id).status() == ActionStatus.PARKED && memory.parkingOf(id) == number);
  }
}
