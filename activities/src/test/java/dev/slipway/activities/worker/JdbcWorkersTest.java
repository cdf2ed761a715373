package dev.slipway.activities.worker;

import static dev.slipway.activities.server.ServerFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.activities.storage.MovableClock;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.worker.WorkerRecord;
import dev.slipway.workflows.worker.WorkerStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcWorkersTest {

  private static final MovableClock CLOCK = new MovableClock(NOON);

  @RegisterExtension static final Storage STORAGE = new Storage().with(CLOCK);

  private final JdbcWorkers workers = STORAGE.get(JdbcWorkers.class);

  @BeforeEach
  void no_workers() {
    STORAGE.execute("delete from worker");
  }

  @Test
  void workers_are_listed_by_their_latest_heartbeat_and_grow_silent() {
    workers.seen(
        new WorkerRecord("w-1", "1.0", List.of("create", "default"), WorkerStatus.ONLINE, NOON));
    CLOCK.pass(Duration.ofSeconds(20));
    workers.seen(new WorkerRecord("w-2", "1.1", List.of(), WorkerStatus.ONLINE, CLOCK.instant()));

    assertThat(workers.list())
        .extracting(WorkerRecord::id, WorkerRecord::status)
        .containsExactly(tuple("w-2", WorkerStatus.ONLINE), tuple("w-1", WorkerStatus.ONLINE));
    assertThat(workers.list().getLast().queues()).containsExactly("create", "default");

    CLOCK.pass(Duration.ofSeconds(20));
    workers.seen(
        new WorkerRecord("w-2", "1.1", List.of("default"), WorkerStatus.DRAINING, CLOCK.instant()));
    assertThat(workers.list())
        .extracting(WorkerRecord::status)
        .containsExactly(WorkerStatus.DRAINING, WorkerStatus.OFFLINE);

    CLOCK.pass(Duration.ofDays(1));
    assertThat(workers.list()).extracting(WorkerRecord::id).containsExactly("w-2");
    CLOCK.pass(Duration.ofSeconds(1));
    assertThat(workers.list()).isEmpty();
  }

  @Test
  void a_worker_that_shall_drain_is_told_at_its_next_heartbeat() {
    var online =
        new WorkerRecord("w-3", "1.0", List.of("default"), WorkerStatus.ONLINE, CLOCK.instant());
    assertThat(workers.seen(online)).isFalse();

    var asked = workers.drain("w-3");
    workers.drain("w-3");

    assertThat(asked).get().extracting(WorkerRecord::status).isEqualTo(WorkerStatus.DRAINING);
    assertThat(workers.seen(online)).isTrue();
    assertThat(workers.list()).extracting(WorkerRecord::status).contains(WorkerStatus.DRAINING);
  }

  @Test
  void nobody_drains_a_worker_that_is_not_there() {
    workers.seen(new WorkerRecord("w-4", "1.0", List.of(), WorkerStatus.OFFLINE, CLOCK.instant()));

    assertThat(workers.drain("w-4"))
        .get()
        .extracting(WorkerRecord::status)
        .isEqualTo(WorkerStatus.OFFLINE);
    assertThat(workers.drain("w-5")).isEmpty();
  }
}
