package dev.slipway.workflows.step;

import dev.slipway.workflows.world.AttemptLog;
import dev.slipway.workflows.world.WorldInterceptor;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// An engine in memory with one worker, on which a plan runs in virtual time.
///
/// @param <O> the order
public final class PlanRig<O> implements AutoCloseable {

  private static final String QUEUE = "plans";
  private static final long NO_DEADLOCK_MILLIS = 60_000;
  private static final int PATIENCE_SECONDS = 25;

  private final PlanSubject<O> subject;
  private final AttemptLog log = new AttemptLog();
  private final TestWorkflowEnvironment engine;
  private final TestWorkflowEnvironment replays;
  private final Worker replayer;
  private final List<ActionRun<O>> unreplayed = new ArrayList<>();
  private int actions;

  /// Starts the engine and the worker.
  public PlanRig(PlanSubject<O> subject) {
    this.subject = subject;
    this.engine = engine();
    workerOf(engine).registerActivitiesImplementations(subject.world().activities());
    engine.start();
    this.replays = engine();
    this.replayer = workerOf(replays);
  }

  private TestWorkflowEnvironment engine() {
    WorkerInterceptor interceptor = new WorldInterceptor(subject.world(), log, this::now);
    TestEnvironmentOptions.Builder options =
        TestEnvironmentOptions.newBuilder()
            .setWorkflowClientOptions(
                WorkflowClientOptions.newBuilder()
                    .setIdentity("slipway")
                    .setDataConverter(WireJson.CONVERTER)
                    .setContextPropagators(List.of(new StepContextPropagator()))
                    .build())
            .setWorkerFactoryOptions(
                WorkerFactoryOptions.newBuilder().setWorkerInterceptors(interceptor).build());
    for (var each :
        List.of(
            SearchAttributes.TENANT,
            SearchAttributes.SERVER,
            SearchAttributes.ACTION_TYPE,
            SearchAttributes.ATTENTION)) {
      options.registerSearchAttribute(each.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
    }
    return TestWorkflowEnvironment.newInstance(options.build());
  }

  private Worker workerOf(TestWorkflowEnvironment environment) {
    Worker worker =
        environment.newWorker(
            QUEUE,
            WorkerOptions.newBuilder()
                .setDefaultDeadlockDetectionTimeout(NO_DEADLOCK_MILLIS)
                .setMaxHeartbeatThrottleInterval(Duration.ofMillis(10))
                .build());
    worker.registerWorkflowImplementationTypes(subject.workflow());
    return worker;
  }

  /// A new action of the plan, not started.
  public ActionRun<O> action() {
    actions++;
    return action(subject.order(new Random(actions)));
  }

  /// A new action for an order, not started.
  public ActionRun<O> action(O order) {
    actions++;
    ActionRun<O> run = new ActionRun<>(this, "act_" + actions, order);
    unreplayed.add(run);
    return run;
  }

  PlanSubject<O> subject() {
    return subject;
  }

  AttemptLog log() {
    return log;
  }

  /// The engine's time.
  public Instant now() {
    return Instant.ofEpochMilli(engine.currentTimeMillis());
  }

  /// Lets virtual time pass; it stands still while anything is at work.
  void sleep(Duration time) {
    try {
      CompletableFuture.runAsync(() -> engine.sleep(time)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException stuck) {
      throw new AssertionError("time stands still: " + engine.getDiagnostics(), stuck);
    } catch (InterruptedException | ExecutionException broken) {
      throw new AssertionError("the engine broke", broken);
    }
  }

  WorkflowStub stub(String action) {
    return client().newUntypedWorkflowStub(action);
  }

  WorkflowStub newStub(String action, Duration delay) {
    WorkflowOptions.Builder options =
        WorkflowOptions.newBuilder()
            .setWorkflowId(action)
            .setTaskQueue(QUEUE)
            .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL);
    if (!delay.isZero()) {
      options.setStartDelay(delay);
    }
    return client().newUntypedWorkflowStub(subject.type(), options.build());
  }

  WorkflowExecutionHistory history(String action) {
    return client().fetchHistory(action);
  }

  private WorkflowClient client() {
    return engine.getWorkflowClient();
  }

  /// Replays a history against the present code.
  ///
  /// @throws Exception when the code would decide otherwise
  void replay(WorkflowExecutionHistory history) throws Exception {
    replayer.replayWorkflowExecution(history);
  }

  /// Replays every run since the last time.
  void replayRuns() throws Exception {
    List<ActionRun<O>> runs = List.copyOf(unreplayed);
    unreplayed.clear();
    for (ActionRun<O> run : runs) {
      if (run.isStarted()) {
        replay(run.history());
      }
    }
  }

  @Override
  public void close() {
    engine.close();
    replays.close();
  }
}
