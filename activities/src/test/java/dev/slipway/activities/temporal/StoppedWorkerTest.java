package dev.slipway.activities.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.activities.action.AttemptLog;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.Attempt;
import dev.slipway.workflows.action.AttemptStatus;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.simulator.Simulators;
import dev.slipway.workflows.simulator.Timing;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.StepCommand;
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
  private static final Duration QUICKLY = Duration.ofSeconds(4);
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

  /// It is built for ever, and taken back in this time.
  private static void takingBack(Duration time) {
    STORAGE
        .get(Simulators.class)
        .replaceTiming(LOCATION, new Timing(Duration.ofMinutes(5), SOON, SOON, time, 0));
  }

  private List<AttemptStatus> attempts(ActionId id) {
    return attempts(id, "await-machine", Phase.FORWARD);
  }

  private List<AttemptStatus> undos(ActionId id) {
    return attempts(id, "create-machine", Phase.UNDO);
  }

  private List<AttemptStatus> attempts(ActionId id, String of, Phase phase) {
    return engine.find(id).steps().stream()
        .filter(step -> step.id().equals(of))
        .flatMap(step -> step.attempts().stream())
        .filter(attempt -> attempt.phase() == phase)
        .map(Attempt::status)
        .toList();
  }

  private void aborts(ActionId id) {
    engine
        .commands()
        .send(
            id,
            CommandKind.ABORT,
            new StepCommand(id.value(), null, null, null, null, "for the test", "usr_1"),
            id + "/abort");
  }

  private Duration stopping() {
    long begin = System.nanoTime();
    engine.stopWorker();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  @Test
  void it_waits_for_nothing_and_the_next_one_goes_on() {
    building(Duration.ofSeconds(5));
    ActionId id = engine.orders();
    await().atMost(AT_MOST).until(() -> attempts(id).equals(List.of(AttemptStatus.RUNNING)));

    Duration took = stopping();

    assertThat(took).isLessThan(QUICKLY);
    assertThat(attempts(id)).as("nobody says it failed").containsExactly(AttemptStatus.LOST);
    engine.startNextWorker(interceptor());
    // the workflow itself stays with the first worker: this engine does not know that it left
    await()
        .atMost(AT_MOST)
        .until(() -> attempts(id).equals(List.of(AttemptStatus.LOST, AttemptStatus.OK)));
  }

  @Test
  void an_undo_that_waits_is_left_to_the_next_one_too() {
    takingBack(Duration.ofSeconds(5));
    ActionId id = engine.orders();
    await().atMost(AT_MOST).until(() -> attempts(id).equals(List.of(AttemptStatus.RUNNING)));
    aborts(id);
    await().atMost(AT_MOST).until(() -> undos(id).equals(List.of(AttemptStatus.RUNNING)));

    Duration took = stopping();

    assertThat(took).isLessThan(QUICKLY);
    assertThat(undos(id)).as("nobody says it failed").containsExactly(AttemptStatus.LOST);
    engine.startNextWorker(interceptor());
    await()
        .atMost(AT_MOST)
        .until(() -> undos(id).equals(List.of(AttemptStatus.LOST, AttemptStatus.OK)));
  }

  @Test
  void a_call_that_is_cancelled_while_its_worker_stops_keeps_nobody_waiting() {
    takingBack(Duration.ofSeconds(5));
    ActionId id = engine.orders();
    await().atMost(AT_MOST).until(() -> attempts(id).equals(List.of(AttemptStatus.RUNNING)));
    aborts(id);

    Duration took = stopping();

    assertThat(took).isLessThan(QUICKLY);
    assertThat(engine.find(id).steps().stream().flatMap(step -> step.attempts().stream()))
        .extracting(Attempt::status)
        .as("somebody ended each of them")
        .doesNotContain(AttemptStatus.RUNNING);
    assertThat(engine.find(id).parking()).isNull();
  }
}
