package dev.slipway.activities.worker;

import static dev.slipway.activities.server.ServerFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.activities.storage.MovableClock;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.worker.WorkerRecord;
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
    workers.seen(new WorkerRecord("w-1", "1.0", List.of("create", "default"), "online", NOON));
    CLOCK.pass(Duration.ofSeconds(20));
    workers.seen(new WorkerRecord("w-2", "1.1", List.of(), "online", CLOCK.instant()));

    assertThat(workers.list())
        .extracting(WorkerRecord::id, WorkerRecord::status)
        .containsExactly(tuple("w-2", "online"), tuple("w-1", "online"));
    assertThat(workers.list().getLast().queues()).containsExactly("create", "default");

    CLOCK.pass(Duration.ofSeconds(20));
    workers.seen(new WorkerRecord("w-2", "1.1", List.of("default"), "draining", CLOCK.instant()));
    assertThat(workers.list())
        .extracting(WorkerRecord::status)
        .containsExactly("draining", "offline");

    CLOCK.pass(Duration.ofDays(1));
    assertThat(workers.list()).extracting(WorkerRecord::id).containsExactly("w-2");
    CLOCK.pass(Duration.ofSeconds(1));
    assertThat(workers.list()).isEmpty();
  }

  @Test
  void a_worker_that_shall_drain_is_told_at_its_next_heartbeat() {
    var online = new WorkerRecord("w-3", "1.0", List.of("default"), "online", CLOCK.instant());
    assertThat(workers.seen(online)).isFalse();

    var asked = workers.drain("w-3");
    workers.drain("w-3");

    assertThat(asked).get().extracting(WorkerRecord::status).isEqualTo("draining");
    assertThat(workers.seen(online)).isTrue();
    assertThat(workers.list()).extracting(WorkerRecord::status).contains("draining");
  }

  @Test
  void nobody_drains_a_worker_that_is_not_there() {
    workers.seen(new WorkerRecord("w-4", "1.0", List.of(), "offline", CLOCK.instant()));

    assertThat(workers.drain("w-4")).get().extracting(WorkerRecord::status).isEqualTo("offline");
    assertThat(workers.drain("w-5")).isEmpty();
  }
}
