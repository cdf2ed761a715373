package dev.slipway.deploy.bench.bare;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/// Calls as persisted tasks of db-scheduler: each is stored before it is run, and the next replaces
/// it once it is done. What is due runs at once, not with the next poll.
@Singleton
@Requires(env = BareApplication.ENVIRONMENT)
final class BareScheduler {

  private static final TaskDescriptor<Link> CALL = TaskDescriptor.of("call", Link.class);

  private final Map<String, CompletableFuture<String>> running = new ConcurrentHashMap<>();
  private final Scheduler scheduler;

  /// One call of a chain.
  ///
  /// @param sizes of the data of this call and of those after it
  record Link(List<Integer> sizes, String data) implements Serializable {

    static Link of(List<Integer> sizes) {
      return new Link(List.copyOf(sizes), BareLoad.text(sizes.getFirst()));
    }
  }

  /// @param tables made before it
  BareScheduler(DataSource source, BareTables tables) {
    CustomTask<Link> task =
        Tasks.custom(CALL)
            .execute((instance, context) -> next(instance.getId(), instance.getData()));
    scheduler =
        Scheduler.create(DelegatingDataSource.unwrapDataSource(source), task)
            .threads(10)
            .pollUsingLockAndFetch(0.5, 1.0)
            .enableImmediateExecution()
            .build();
    scheduler.start();
  }

  private CompletionHandler<Link> next(String id, Link done) {
    if (done.sizes().size() > 1) {
      Link next = Link.of(done.sizes().subList(1, done.sizes().size()));
      return new CompletionHandler.OnCompleteReplace<>(CALL, next);
    }
    return (complete, operations) -> {
      operations.remove();
      Objects.requireNonNull(running.get(id)).complete(id);
    };
  }

  /// Returns when the last call is done.
  void run(List<Integer> sizes) throws Exception {
    String id = UUID.randomUUID().toString();
    CompletableFuture<String> end = new CompletableFuture<>();
    running.put(id, end);
    scheduler.schedule(CALL.instance(id).data(Link.of(sizes)).scheduledTo(Instant.now()));
    end.get(1, TimeUnit.MINUTES);
    running.remove(id);
  }

  @PreDestroy
  void stop() {
    scheduler.stop();
  }
}
