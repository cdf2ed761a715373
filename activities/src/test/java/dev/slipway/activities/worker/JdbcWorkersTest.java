package dev.slipway.activities.worker;

import static dev.slipway.activities.server.ServerFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.activities.storage.MovableClock;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.worker.WorkerRecord;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcWorkersTest {

  private static final MovableClock CLOCK = new MovableClock(NOON);

  @RegisterExtension static final Storage STORAGE = new Storage().with(CLOCK);

  private final JdbcWorkers workers = STORAGE.get(JdbcWorkers.class);

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
}
