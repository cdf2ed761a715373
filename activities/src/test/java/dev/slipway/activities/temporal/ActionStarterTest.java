package dev.slipway.activities.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.simulator.Simulators;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ActionStarterTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final MemoryEngine engine = new MemoryEngine(STORAGE, STORAGE.get(StepInterceptor.class));

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void an_order_whose_workflow_is_terminated_before_its_first_step_is_started_again() {
    ActionId id = engine.orders();
    engine.terminate(id);

    engine.sweep();
    engine.startWorker();

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> engine.find(id).status() == ActionStatus.SUCCEEDED);
    assertThat(STORAGE.get(Simulators.class).machines("sim-1"))
        .filteredOn(machine -> id.value().equals(machine.actionId()))
        .hasSize(1);
  }

  @Test
  void an_order_that_a_process_without_starter_took_is_started_by_the_sweep() {
    engine.startWorker();
    ActionId id = engine.ordersWithoutStarter();
    assertThat(engine.isStarted(id)).isFalse();

    engine.sweep();

    assertThat(engine.isStarted(id)).isTrue();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> engine.find(id).status() == ActionStatus.SUCCEEDED);
  }
}
