package dev.slipway.workflows.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.step.Resume.ParkedMemory;
import dev.slipway.workflows.step.Resume.StepMemory;
import dev.slipway.workflows.step.Resume.UndoMemory;
import dev.slipway.workflows.world.AttemptLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A new run walks the plan again, and an earlier step than the closed run's last may then be given
/// other inputs: what later steps made of the old ones is taken back first, and they run anew.
interface OvertakenContract<O> extends PlanUnderTest<O> {

  @TestFactory
  default Stream<DynamicTest> changed_inputs_take_back_what_later_steps_made_of_the_old() {
    return each(
        editableSteps(),
        step -> {
          ActionRun<O> run = backAt(step, List.of());

          run.told(CommandKind.RETRY_WITH, edits(step)).finished();

          assertMadeAnew(run, step);
        });
  }

  @TestFactory
  default Stream<DynamicTest> an_abort_takes_back_what_was_made_of_changed_inputs() {
    return each(
        editableSteps(),
        step -> {
          ActionRun<O> run = backAt(step, List.of()).failing(lastStep(), 1, FailureClass.INVALID);
          run.told(CommandKind.RETRY_WITH, edits(step)).settled();
          assertParked(run, lastStep(), Phase.FORWARD, ParkCause.INVALID);

          run.told(CommandKind.ABORT).finished();

          assertThat(run.finals()).containsExactly(ActionStatus.ABORTED);
          assertThat(run.left()).isEmpty();
          assertThat(from(step, undoableSteps()))
              .allSatisfy(each ->
                  assertThat(run.undos(each).getLast().arguments())
                      .isEqualTo(run.attempts(each).getLast().arguments()));
        });
  }

  @TestFactory
  default Stream<DynamicTest> of_what_was_decided_about_later_steps_only_inputs_hold() {
    return each(
        editableSteps(),
        step -> {
          ActionRun<O> run =
              backAt(
                  step,
                  after(step, steps()).stream()
                      .map(each ->
                          new StepMemory(
                              each.id(),
                              1,
                              rig().subject().editsOf(each),
                              each.substitute().isPresent(),
                              null,
                              null))
                      .toList());

          run.told(CommandKind.RETRY_WITH, edits(step)).finished();

          assertMadeAnew(run, step);
          assertThat(after(step, editableSteps()))
              .allSatisfy(each ->
                  assertThat(run.attempts(each).getLast().arguments().getFirst().toString())
                      .contains(aValueOf(rig().subject().editsOf(each))));
        });
  }

  @TestFactory
  default Stream<DynamicTest> an_adoption_takes_back_what_later_steps_made_before() {
    return each(
        adoptingSteps(),
        step -> {
          ActionRun<O> run = backAt(step, List.of());
          String byHand = run.world().makeByHand();

          run.told(CommandKind.ADOPT, ActionRun.adopting(byHand)).finished();

          assertThat(run.finals()).containsExactly(ActionStatus.SUCCEEDED);
          assertThat(run.world().of(run.id() + "/" + step.id() + "/1")).isEqualTo(byHand);
          assertRanAnew(run, step);
        });
  }

  @TestFactory
  default Stream<DynamicTest> what_a_later_step_made_stays_where_its_undo_is_skipped() {
    return eachWithLaterUndo((step, later) -> {
      ActionRun<O> run = parkedAtLaterUndo(step, later);

      run.told(CommandKind.SKIP).finished();

      assertThat(run.finals()).containsExactly(ActionStatus.SUCCEEDED);
      assertThat(run.left()).contains(keyOf(run, later, 1), keyOf(run, later, 2));
      assertThat(run.undos(later)).hasSize(1);
      assertRanAnew(run, step);
    });
  }

  @TestFactory
  default Stream<DynamicTest> an_action_can_be_aborted_while_a_later_step_is_taken_back() {
    return eachWithLaterUndo((step, later) -> {
      ActionRun<O> run = parkedAtLaterUndo(step, later);

      run.told(CommandKind.ABORT).finished();

      assertThat(run.finals()).containsExactly(ActionStatus.ABORTED);
      assertThat(run.left()).isEmpty();
      assertThat(run.removals().values()).allMatch(count -> count == 1);
    });
  }

  @TestFactory
  default Stream<DynamicTest> a_later_undo_that_was_parked_when_its_run_was_lost_waits_again() {
    return eachWithLaterUndo((step, later) -> {
      ActionRun<O> run = parkedAtLaterUndo(step, later);

      lostWhileTakingBack(run, step, undoParkingOf(later), 1).settled();

      assertParked(run, later, Phase.UNDO, ParkCause.UNDO_FAILED);
      assertThat(run.undos(later)).hasSize(1);
      run.told(CommandKind.RETRY).finished();
      assertMadeAnew(run, step);
    });
  }

  @TestFactory
  default Stream<DynamicTest> a_later_undo_is_skipped_in_the_run_after_the_lost_one() {
    return eachWithLaterUndo((step, later) -> {
      ActionRun<O> run = parkedAtLaterUndo(step, later);

      lostWhileTakingBack(run, step, undoParkingOf(later), 1).settled();
      run.told(CommandKind.SKIP).finished();

      assertThat(run.finals()).containsExactly(ActionStatus.SUCCEEDED);
      assertThat(run.left()).contains(keyOf(run, later, 1), keyOf(run, later, 2));
      assertThat(run.undos(later)).hasSize(1);
      assertRanAnew(run, step);
    });
  }

  @TestFactory
  default Stream<DynamicTest> a_run_that_was_lost_while_it_took_back_is_carried_out() {
    return eachWithLaterUndo((step, later) -> {
      ActionRun<O> run = parkedAtLaterUndo(step, later);

      lostWhileTakingBack(run, step, null, 1).finished();

      assertMadeAnew(run, step);
    });
  }

  @TestFactory
  default Stream<DynamicTest> what_a_release_before_did_not_say_of_later_steps_is_found() {
    return eachWithLaterUndo((step, later) -> {
      ActionRun<O> run = parkedAtLaterUndo(step, later);

      lostWhileTakingBack(run, step, null, 0).finished();

      assertMadeAnew(run, step);
    });
  }

  /// An action whose run was closed at the last step, in a new run that is parked at an earlier.
  private ActionRun<O> backAt(Step<?, ?, ?> step, List<StepMemory> memories) {
    ActionRun<O> run = parkedAt(lastStep());
    List<UndoMemory> made = madeIn(run);
    run.terminate();
    run.failing(step, 1, FailureClass.INVALID);
    run.starting(new Resume(Phase.FORWARD, 1, memories, made, null), Duration.ZERO).settled();
    assertParked(run, step, Phase.FORWARD, ParkCause.INVALID);
    return run;
  }

  private ActionRun<O> parkedAtLaterUndo(Step<?, ?, ?> step, Step<?, ?, ?> later) {
    ActionRun<O> run = backAt(step, List.of()).failingUndo(later, 1, FailureClass.AUTH);
    run.told(CommandKind.RETRY_WITH, edits(step)).settled();
    assertParked(run, later, Phase.UNDO, ParkCause.UNDO_FAILED);
    return run;
  }

  /// A run after one that was lost before anything was taken back.
  ///
  /// @param ahead how many generations later steps are ahead of what they made
  private ActionRun<O> lostWhileTakingBack(
      ActionRun<O> run, Step<?, ?, ?> step, @Nullable ParkedMemory parking, int ahead) {
    StepMemory due =
        new StepMemory(step.id(), 1, Map.of(), false, rig().subject().editsOf(step), null);
    List<StepMemory> memories =
        Stream.concat(
                Stream.of(due),
                after(step, steps()).stream()
                    .map(each -> new StepMemory(each.id(), 1 + ahead, Map.of(), false, null, null)))
            .toList();
    List<UndoMemory> made = madeIn(run);
    run.terminate();
    return run.starting(new Resume(Phase.FORWARD, 3, memories, made, parking), Duration.ZERO);
  }

  private ParkedMemory undoParkingOf(Step<?, ?, ?> step) {
    return new ParkedMemory(step.id(), Phase.UNDO, ParkCause.UNDO_FAILED, "said no", rig().now());
  }

  /// What the tables would tell of every step of the first run.
  private List<UndoMemory> madeIn(ActionRun<O> run) {
    return steps().stream()
        .map(each ->
            new UndoMemory(
                each.id(), 1, WireJson.write(run.attempts(each).getFirst().arguments().getFirst())))
        .toList();
  }

  /// Only what was made of the new inputs is left, and what earlier steps made.
  private void assertMadeAnew(ActionRun<O> run, Step<?, ?, ?> step) {
    List<Step<?, ?, ?>> anew = from(step, undoableSteps());
    assertThat(run.finals()).containsExactly(ActionStatus.SUCCEEDED);
    assertThat(run.left())
        .containsExactlyInAnyOrderElementsOf(
            undoableSteps().stream()
                .map(each -> keyOf(run, each, anew.contains(each) ? 2 : 1))
                .toList());
    assertThat(run.steps(Phase.UNDO)).isEqualTo(anew.reversed().stream().map(Step::id).toList());
    assertThat(run.effects().values()).allMatch(count -> count == 1);
    assertThat(anew)
        .allSatisfy(each ->
            assertThat(run.undos(each))
                .allMatch(
                    undo -> undo.arguments().equals(run.attempts(each).getFirst().arguments())));
    assertThat(run.attempts(step).getLast().arguments().getFirst().toString())
        .contains(aValueOf(rig().subject().editsOf(step)));
    assertRanAnew(run, step);
  }

  private void assertRanAnew(ActionRun<O> run, Step<?, ?, ?> step) {
    assertThat(after(step, steps()))
        .allSatisfy(later -> {
          AttemptLog.Entry last = run.attempts(later).getLast();
          assertThat(last.context().generation()).isEqualTo(2);
        });
  }

  private StepCommand edits(Step<?, ?, ?> step) {
    return ActionRun.with(rig().subject().editsOf(step));
  }

  private static String aValueOf(Map<String, Object> inputs) {
    return inputs.values().iterator().next().toString();
  }

  private String keyOf(ActionRun<O> run, Step<?, ?, ?> step, int generation) {
    return run.id() + "/" + step.id() + "/" + generation;
  }

  private List<Step<?, ?, ?>> after(Step<?, ?, ?> step, List<Step<?, ?, ?>> of) {
    return of.stream().filter(each -> steps().indexOf(each) > steps().indexOf(step)).toList();
  }

  private List<Step<?, ?, ?>> from(Step<?, ?, ?> step, List<Step<?, ?, ?>> of) {
    return of.stream().filter(each -> steps().indexOf(each) >= steps().indexOf(step)).toList();
  }

  private Stream<DynamicTest> eachWithLaterUndo(LaterUndo trial) {
    return editableSteps().stream()
        .filter(step -> !after(step, undoableSteps()).isEmpty())
        .map(step -> test(step.id(), () -> trial.at(step, after(step, undoableSteps()).getLast())));
  }

  /// A test of a step and the last one after it that has an undo.
  interface LaterUndo {
    void at(Step<?, ?, ?> step, Step<?, ?, ?> later) throws Exception;
  }
}
