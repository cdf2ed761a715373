package dev.slipway.activities.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.storage.Storage;
import dev.slipway.activities.worker.JdbcWorkers;
import dev.slipway.workflows.tenant.IdSource;
import dev.slipway.workflows.worker.WorkerRecord;
import dev.slipway.workflows.worker.WorkerStatus;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WorkerPresenceTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final JdbcWorkers workers = STORAGE.get(JdbcWorkers.class);
  private final TestWorkflowEnvironment engine = TestWorkflowEnvironment.newInstance();
  private final TemporalWorker worker =
      new TemporalWorker(
          engine.getWorkflowClient(),
          STORAGE.get(StepInterceptor.class),
          STORAGE.get(StepActivities.class),
          TemporalFixtures.inMemory());
  private final WorkerPresence presence =
      new WorkerPresence(workers, worker, STORAGE.get(IdSource.class), Clock.systemUTC());

  @AfterEach
  void stop() {
    worker.stop();
    engine.close();
    STORAGE.execute("delete from worker");
  }

  @Test
  void a_worker_that_was_not_started_says_nothing() {
    presence.tell();

    assertThat(workers.list()).isEmpty();
  }

  @Test
  void a_worker_is_listed_as_soon_as_it_was_started() {
    presence.begin();

    assertThat(shown().status()).isEqualTo(WorkerStatus.ONLINE);
    assertThat(worker.isRunning()).isTrue();
  }

  @Test
  void a_worker_that_shall_drain_stops_to_poll_and_goes_offline() {
    worker.start();
    presence.tell();
    WorkerRecord online = shown();

    workers.drain(online.id());
    presence.tell();

    assertThat(online.status()).isEqualTo(WorkerStatus.ONLINE);
    assertThat(worker.isRunning()).isFalse();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> worker.standing().equals(Optional.of(WorkerStatus.OFFLINE)));
    presence.tell();
    assertThat(shown().status()).isEqualTo(WorkerStatus.OFFLINE);
    assertThat(shown().id()).isEqualTo(online.id());
  }

  @Test
  void a_worker_that_is_stopped_is_offline_at_once_and_stays_so() {
    presence.begin();

    presence.end();
    presence.tell();

    assertThat(worker.isRunning()).isFalse();
    assertThat(shown().status()).isEqualTo(WorkerStatus.OFFLINE);
  }

  @Test
  void a_worker_that_was_never_started_has_no_end_to_tell() {
    presence.end();

    assertThat(workers.list()).isEmpty();
  }

  @Test
  void after_its_end_it_is_silent() {
    worker.start();
    presence.tell();
    worker.drain();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> worker.standing().equals(Optional.of(WorkerStatus.OFFLINE)));
    presence.tell();
    STORAGE.execute("delete from worker");

    presence.tell();

    assertThat(workers.list()).isEmpty();
  }

  private WorkerRecord shown() {
    assertThat(workers.list()).hasSize(1);
    return workers.list().getFirst();
  }
}
