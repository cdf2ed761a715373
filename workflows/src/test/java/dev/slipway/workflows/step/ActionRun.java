package dev.slipway.workflows.step;

import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.world.AttemptLog;
import dev.slipway.workflows.world.Gate;
import dev.slipway.workflows.world.InMemoryWorld;
import dev.slipway.workflows.world.Mishaps.Place;
import dev.slipway.workflows.world.Moment;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One action on the rig: its script, its commands, and what became of it.
public final class ActionRun<O> {

  private static final Duration SETTLING = Duration.ofMinutes(2);
  private static final int PATIENCE_SECONDS = 25;

  private final PlanRig<O> rig;
  private final String id;
  private final O order;
  private boolean isStarted;

  ActionRun(PlanRig<O> rig, String id, O order) {
    this.rig = rig;
    this.id = id;
    this.order = order;
  }

  String id() {
    return id;
  }

  /// The next calls of a step fail before the provider is asked.
  ActionRun<O> failing(Step<?, ?, ?> step, int times, FailureClass failure) {
    return failing(place(step, Phase.FORWARD, Moment.BEFORE_CALL), times, failure);
  }

  /// The next calls of a step's undo fail before the provider is asked.
  ActionRun<O> failingUndo(Step<?, ?, ?> step, int times, FailureClass failure) {
    return failing(place(step, Phase.UNDO, Moment.BEFORE_CALL), times, failure);
  }

  ActionRun<O> failing(Place place, int times, FailureClass failure) {
    world().mishaps().fail(place, times, failure, null);
    return this;
  }

  /// The next calls of a step are told to come back later.
  ActionRun<O> waiting(Step<?, ?, ?> step, int times, Duration resumeIn) {
    world()
        .mishaps()
        .fail(
            place(step, Phase.FORWARD, Moment.BEFORE_CALL),
            times,
            FailureClass.RATE_LIMITED,
            resumeIn);
    return this;
  }

  ActionRun<O> dying(Place place, int times) {
    world().mishaps().die(place, times);
    return this;
  }

  /// Holds the next call of a step at a gate.
  Gate holding(Step<?, ?, ?> step, Moment moment, boolean isDeaf) {
    return world().mishaps().hold(place(step, Phase.FORWARD, moment), isDeaf);
  }

  /// Holds the next undo of a step at a gate.
  Gate holdingUndo(Step<?, ?, ?> step) {
    return world().mishaps().hold(place(step, Phase.UNDO, Moment.BEFORE_CALL), false);
  }

  Place place(Step<?, ?, ?> step, Phase phase, Moment moment) {
    return new Place(id, step.id(), phase, moment);
  }

  InMemoryWorld world() {
    return rig.subject().world();
  }

  /// Starts and lets everything happen that needs no person and no long wait.
  ActionRun<O> started() {
    return starting().settled();
  }

  ActionRun<O> starting() {
    return starting(null, Duration.ZERO);
  }

  ActionRun<O> starting(@Nullable Resume resume, Duration delay) {
    isStarted = true;
    rig.newStub(id, delay).start(argument(resume));
    return this;
  }

  /// Starts with a command that arrives before the first step.
  String startingWith(CommandKind kind, StepCommand command) {
    isStarted = true;
    return rig.newStub(id, Duration.ZERO)
        .executeUpdateWithStart(
            UpdateOptions.newBuilder(String.class)
                .setUpdateName(kind.code())
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build(),
            new Object[] {command},
            new Object[] {argument(null)});
  }

  private ActionStart<O> argument(@Nullable Resume resume) {
    return new ActionStart<>(id, "ten_1", "srv_1", order, resume, 0);
  }

  boolean isStarted() {
    return isStarted;
  }

  /// Lets everything happen that needs no person and no long wait.
  ActionRun<O> settled() {
    return later(SETTLING);
  }

  ActionRun<O> later(Duration time) {
    rig.sleep(time);
    return this;
  }

  /// Lets time pass until the workflow ends; it must end well, or as cancelled where it was.
  ActionRun<O> finished() {
    try {
      stub().getResult(PATIENCE_SECONDS, TimeUnit.SECONDS, Void.class);
      return this;
    } catch (WorkflowFailedException ended) {
      if (ended.getCause() instanceof CanceledFailure) {
        return this;
      }
      throw ended;
    } catch (TimeoutException late) {
      throw new AssertionError("it did not end: " + history().toJson(true), late);
    }
  }

  Standing standing() {
    return stub().query("standing", Standing.class);
  }

  /// Gives a command that must be obeyed.
  ActionRun<O> told(CommandKind kind) {
    return told(kind, saying());
  }

  ActionRun<O> told(CommandKind kind, @Nullable StepCommand command) {
    return told(kind, command, UpdateId.ofChecked(UUID.randomUUID().toString()));
  }

  /// Gives a command as Temporal's own UI does, under an id of its own.
  ActionRun<O> toldByHand(CommandKind kind, StepCommand command) {
    return told(kind, command, new UpdateId(UUID.randomUUID().toString()));
  }

  private ActionRun<O> told(CommandKind kind, @Nullable StepCommand command, UpdateId as) {
    String answer =
        stub()
            .startUpdate(
                UpdateOptions.newBuilder(String.class)
                    .setUpdateName(kind.code())
                    .setUpdateId(as.value())
                    .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                    .build(),
                command)
            .getResult();
    if (!"accepted".equals(answer)) {
      throw new AssertionError(kind + " was answered " + answer);
    }
    return this;
  }

  /// Gives a command.
  ///
  /// @return why it was refused, empty when it was accepted
  Optional<String> refusal(CommandKind kind, @Nullable StepCommand command) {
    try {
      told(kind, command);
      return Optional.empty();
    } catch (WorkflowUpdateException | WorkflowNotFoundException refused) {
      Throwable cause = refused.getCause() == null ? refused : refused.getCause();
      return Optional.of(String.valueOf(cause.getMessage()));
    }
  }

  void cancel() {
    stub().cancel();
  }

  void terminate() {
    stub().terminate("closed from outside");
  }

  void weatherCleared() {
    stub().signal("weatherCleared");
  }

  /// A command with a reason and nothing else.
  static StepCommand saying() {
    return new StepCommand(null, null, null, null, null, "for the test", "usr_1");
  }

  static StepCommand answering(int parking) {
    return new StepCommand(null, parking, null, null, null, "for the test", "usr_1");
  }

  static StepCommand with(Map<String, Object> inputs) {
    return new StepCommand(null, null, null, inputs, null, null, "usr_1");
  }

  static StepCommand adopting(String externalId) {
    return new StepCommand(null, null, null, null, externalId, "made by hand", "usr_1");
  }

  WorkflowStub stub() {
    return rig.stub(id);
  }

  WorkflowExecutionHistory history() {
    return rig.history(id);
  }

  /// How many events of a type are in history.
  long events(EventType type) {
    return history().getEvents().stream()
        .map(HistoryEvent::getEventType)
        .filter(type::equals)
        .count();
  }

  List<AttemptLog.Entry> attempts(Step<?, ?, ?> step) {
    return rig.log().of(id, step.id(), Phase.FORWARD);
  }

  /// How often a step was called, the engine's own second tries left out.
  long calls(Step<?, ?, ?> step) {
    return attempts(step).stream().filter(attempt -> attempt.call() == 1).count();
  }

  List<AttemptLog.Entry> undos(Step<?, ?, ?> step) {
    return rig.log().of(id, step.id(), Phase.UNDO);
  }

  List<String> steps(Phase phase) {
    return rig.log().steps(id, phase);
  }

  List<Decision> decisions() {
    return rig.log().decisions(id);
  }

  List<Verdict> verdicts() {
    return rig.log().verdicts(id);
  }

  /// The ends that were recorded; a right action has exactly one.
  List<ActionStatus> finals() {
    return rig.log().finals(id);
  }

  /// How often each step and generation had an effect.
  Map<String, Integer> effects() {
    return withoutAction(world().effectsOf(id));
  }

  Map<String, Integer> removals() {
    return withoutAction(world().removalsOf(id));
  }

  private Map<String, Integer> withoutAction(Map<String, Integer> counts) {
    Map<String, Integer> bare = new TreeMap<>();
    counts.forEach((key, count) -> bare.put(key.substring(id.length() + 1), count));
    return bare;
  }

  List<String> left() {
    return world().presentOf(id);
  }
}
