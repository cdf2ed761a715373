package dev.slipway.workflows.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.world.Moment;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.function.ThrowingConsumer;

/// What the parts of [PlanContract] share.
///
/// @param <O> the order
interface PlanUnderTest<O> {

  PlanRig<O> rig();

  /// What each step of an undisturbed run did to the world.
  Map<String, Integer> usualEffects();

  default Plan<O> plan() {
    return rig().subject().plan();
  }

  default ActionRun<O> action() {
    return rig().action();
  }

  default List<Step<?, ?, ?>> steps() {
    return plan().steps();
  }

  default Step<?, ?, ?> lastStep() {
    return steps().getLast();
  }

  default List<Step<?, ?, ?>> undoableSteps() {
    return steps().stream().filter(step -> step.undo().isPresent()).toList();
  }

  default List<Step<?, ?, ?>> editableSteps() {
    return steps().stream().filter(step -> !step.editable().isEmpty()).toList();
  }

  default List<Step<?, ?, ?>> adoptingSteps() {
    return steps().stream().filter(step -> step.adopt().isPresent()).toList();
  }

  /// One test per step; every run in it is replayed at its end.
  default Stream<DynamicTest> each(
      List<Step<?, ?, ?>> steps, ThrowingConsumer<Step<?, ?, ?>> test) {
    return steps.stream().map(step -> test(step.id(), () -> test.accept(step)));
  }

  /// A test after which every run in it is replayed.
  default DynamicTest test(String name, Executable test) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          try {
            test.execute();
          } finally {
            rig().replayRuns();
          }
        });
  }

  /// It succeeded once, and every key had its effect exactly once.
  default void assertSucceeded(ActionRun<O> run) {
    assertThat(run.finals()).containsExactly(ActionStatus.SUCCEEDED);
    assertThat(run.effects()).isEqualTo(usualEffects());
    assertThat(run.removals()).isEmpty();
  }

  /// Nothing is left, and it was taken back in reverse order.
  default void assertUnwound(ActionRun<O> run) {
    assertThat(run.left()).isEmpty();
    assertThat(run.finals()).containsExactly(ActionStatus.ABORTED);
    List<String> begun = run.steps(Phase.FORWARD);
    List<String> expected =
        undoableSteps().reversed().stream().map(Step::id).filter(begun::contains).toList();
    List<String> undone = run.steps(Phase.UNDO);
    assertThat(undone)
        .isEqualTo(expected.isEmpty() ? List.of(CloseAction.CLOSE_ACTION.id()) : expected);
    assertThat(run.effects().values()).allMatch(count -> count == 1);
  }

  default void assertParked(ActionRun<O> run, Step<?, ?, ?> step, Phase phase, ParkCause cause) {
    Standing standing = run.standing();
    assertThat(standing.cause()).isEqualTo(cause);
    assertThat(standing.step()).isEqualTo(step.id());
    assertThat(standing.phase()).isEqualTo(phase);
  }

  /// It waits for a person at a step, for the first time.
  default ActionRun<O> parkedAt(Step<?, ?, ?> step) {
    ActionRun<O> run = action().failing(step, 1, FailureClass.INVALID).started();
    assertParked(run, step, Phase.FORWARD, ParkCause.INVALID);
    return run;
  }

  /// It waits for a person at a step that had its effect.
  default ActionRun<O> parkedWithEffectAt(Step<?, ?, ?> step) {
    ActionRun<O> run = action();
    run.failing(run.place(step, Phase.FORWARD, Moment.AFTER_EFFECT), 1, FailureClass.INVALID);
    run.started();
    assertParked(run, step, Phase.FORWARD, ParkCause.INVALID);
    return run;
  }

  /// What the tables would tell of undos once a run came to a step.
  default List<Resume.UndoMemory> undosUpTo(ActionRun<O> run, Step<?, ?, ?> step) {
    return steps().subList(0, steps().indexOf(step) + 1).stream()
        .filter(each -> each.undo().isPresent())
        .map(each ->
            new Resume.UndoMemory(
                each.id(), 1, WireJson.write(run.attempts(each).getFirst().arguments().getFirst())))
        .toList();
  }

  /// It waits for a person at a step's undo, for the second time.
  default ActionRun<O> parkedAtUndoOf(Step<?, ?, ?> step) {
    ActionRun<O> run =
        action()
            .failing(lastStep(), 1, FailureClass.INVALID)
            .failingUndo(step, 1, FailureClass.PERMISSION)
            .started();
    run.told(CommandKind.ABORT).settled();
    assertParked(run, step, Phase.UNDO, ParkCause.UNDO_FAILED);
    return run;
  }
}
