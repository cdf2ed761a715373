package dev.slipway.activities.temporal;

import dev.slipway.workflows.server.CreateServerWorkflowImpl;
import dev.slipway.workflows.worker.WorkerStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs workflows and activities in this process, from [#start] until the process ends.
@Singleton
public class TemporalWorker {

  private static final Logger LOG = LoggerFactory.getLogger(TemporalWorker.class);

  /// How long a call that does not wait may take to come back before the process ends all the same.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final WorkflowClient client;
  private final StepInterceptor interceptor;
  private final StepActivities activities;
  private final TemporalConfiguration temporal;
  private @Nullable WorkerFactory factory;

  TemporalWorker(
      WorkflowClient client,
      StepInterceptor interceptor,
      StepActivities activities,
      TemporalConfiguration temporal) {
    this.client = client;
    this.interceptor = interceptor;
    this.activities = activities;
    this.temporal = temporal;
  }

  /// Begins to poll; a process without a worker does nothing.
  public synchronized void start() {
    if (!temporal.worker() || factory != null) {
      return;
    }
    WorkerFactory made =
        WorkerFactory.newInstance(
            client,
            WorkerFactoryOptions.newBuilder()
                .setWorkerInterceptors(interceptor)
                .setUsingVirtualWorkflowThreads(true)
                .build());
    Worker worker = made.newWorker(TaskQueues.LIFECYCLE, options());
    worker.registerWorkflowImplementationTypes(CreateServerWorkflowImpl.class);
    worker.registerActivitiesImplementations(activities.all());
    made.start();
    factory = made;
    LOG.info("Started a worker queue={} temporal={}", TaskQueues.LIFECYCLE, temporal.address());
  }

  /// Whether it polls.
  public synchronized boolean isRunning() {
    return factory != null && !factory.isShutdown();
  }

  /// Takes no more work; what it has begun it finishes. There is no way back in this process.
  public synchronized void drain() {
    if (factory != null && !factory.isShutdown()) {
      factory.shutdown();
      LOG.info("Drains a worker queue={}", TaskQueues.LIFECYCLE);
    }
  }

  /// How it stands; empty where it was never started.
  public synchronized Optional<WorkerStatus> standing() {
    WorkerFactory made = factory;
    if (made == null) {
      return Optional.empty();
    }
    if (!made.isShutdown()) {
      return Optional.of(WorkerStatus.ONLINE);
    }
    return Optional.of(made.isTerminated() ? WorkerStatus.OFFLINE : WorkerStatus.DRAINING);
  }

  private WorkerOptions options() {
    return WorkerOptions.newBuilder()
        .setMaxConcurrentActivityExecutionSize(temporal.maxConcurrent())
        // An abort reaches a running activity with its next heartbeat: do not hold those back.
        .setMaxHeartbeatThrottleInterval(Duration.ofSeconds(1))
        .setDefaultHeartbeatThrottleInterval(Duration.ofSeconds(1))
        // Two busy cores can keep a workflow thread waiting for more than the usual second.
        .setDefaultDeadlockDetectionTimeout(10_000)
        .setUsingVirtualThreadsOnActivityWorker(true)
        // What a draining worker has begun, it brings to its end.
        .setAllowActivityHeartbeatDuringShutdown(true)
        .build();
  }

  /// Takes no more work, and leaves what waits to the next worker: whoever waits inside a call ends
  /// at his next heartbeat. Returns when nothing works any more; call it before what the work needs
  /// is closed.
  @PreDestroy
  public synchronized void stop() {
    WorkerFactory running = factory;
    if (running != null) {
      interceptor.stop();
      running.shutdown();
      running.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (!running.isTerminated()) {
        LOG.warn(
            "A worker stopped in mid-call, the next one goes on queue={}", TaskQueues.LIFECYCLE);
      }
      factory = null;
    }
  }
}
