package dev.slipway.activities.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.activities.action.AttemptLog;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.Attempt;
import dev.slipway.workflows.action.AttemptStatus;
import dev.slipway.workflows.simulator.Simulators;
import dev.slipway.workflows.simulator.Timing;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A worker that is asked to stop while an order is half way.
class StoppedWorkerTest {

  private static final String LOCATION = "sim-1";
  private static final Duration SOON = Duration.ofMillis(50);
  private static final Duration AT_MOST = Duration.ofSeconds(30);

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final MemoryEngine engine = new MemoryEngine(STORAGE, interceptor());

  @BeforeEach
  void start() {
    engine.startWorker();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private static StepInterceptor interceptor() {
    return new StepInterceptor(
        STORAGE.get(AttemptLog.class),
        STORAGE.get(Pulse.class),
        Clock.systemUTC(),
        STORAGE.get(ActionStarter.class));
  }

  private static void building(Duration time) {
    STORAGE.get(Simulators.class).replaceTiming(LOCATION, new Timing(time, SOON, SOON, SOON, 0));
  }

  private List<AttemptStatus> attempts(ActionId id) {
    return engine.find(id).steps().stream()
        .filter(step -> step.id().equals("await-machine"))
        .flatMap(step -> step.attempts().stream())
        .map(Attempt::status)
        .toList();
  }

  @Test
  void it_waits_for_nothing_and_the_next_one_goes_on() {
    building(Duration.ofSeconds(5));
    ActionId id = engine.orders();
    await().atMost(AT_MOST).until(() -> attempts(id).equals(List.of(AttemptStatus.RUNNING)));

    long begin = System.nanoTime();
    engine.stopWorker();
    Duration took = Duration.ofNanos(System.nanoTime() - begin);

    assertThat(took).isLessThan(Duration.ofSeconds(4));
    assertThat(attempts(id)).as("nobody says it failed").containsExactly(AttemptStatus.RUNNING);
    engine.startNextWorker(interceptor());
    // the workflow itself stays with the first worker: this engine does not know that it left
    await()
        .atMost(AT_MOST)
        .until(() -> attempts(id).equals(List.of(AttemptStatus.LOST, AttemptStatus.OK)));
  }
}
