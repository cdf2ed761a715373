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
import dev.slipway.workflows.world.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What a person decided and a lost run had begun to carry out, the next run carries out to its
/// end.
interface LostDecisionContract<O> extends PlanUnderTest<O> {

  @TestFactory
  default Stream<DynamicTest> changed_inputs_whose_undo_was_lost_get_their_new_key_after_it() {
    return each(
        editableSteps(),
        step -> {
          ActionRun<O> run = changingAt(step, FailureClass.PROVIDER_DOWN);

          changingAgain(run, step, null).finished();

          assertChanged(run, step);
          assertThat(run.left()).doesNotContain(run.id() + "/" + step.id() + "/1");
          assertThat(run.removals()).containsOnly(Map.entry(step.id() + "/1", 1));
        });
  }

  @TestFactory
  default Stream<DynamicTest> changed_inputs_whose_undo_was_parked_wait_for_its_decision() {
    return eachWaitingAgain(FailureClass.AUTH, Phase.UNDO);
  }

  @TestFactory
  default Stream<DynamicTest> changed_inputs_leave_an_old_effect_whose_undo_is_skipped() {
    return each(
        editableSteps(),
        step -> {
          ActionRun<O> run = changingAt(step, FailureClass.AUTH);

          changingAgain(run, step, parkingOf(step, Phase.UNDO)).settled();
          run.told(CommandKind.SKIP).finished();

          assertChanged(run, step);
          assertThat(run.left()).contains(run.id() + "/" + step.id() + "/1");
        });
  }

  @TestFactory
  default Stream<DynamicTest>
      changed_inputs_whose_step_waits_for_a_decision_are_its_own_after_it() {
    return eachWaitingAgain(FailureClass.PROVIDER_DOWN, Phase.FORWARD);
  }

  @TestFactory
  default Stream<DynamicTest> changed_inputs_whose_undo_was_lost_can_be_aborted() {
    return each(
        editableSteps(),
        step -> {
          ActionRun<O> run = changingAt(step, FailureClass.PROVIDER_DOWN);
          List<UndoMemory> due = undosUpTo(run, step);
          lost(run);

          run.starting(new Resume(Phase.UNDO, 1, List.of(), due, null), Duration.ZERO);

          assertUnwound(run.finished());
        });
  }

  @TestFactory
  default Stream<DynamicTest> an_adopted_object_stays_in_a_new_run() {
    return each(
        adoptingSteps(),
        step -> {
          ActionRun<O> run = action().failing(step, 1, FailureClass.CONFLICT);
          String byHand = run.world().makeByHand();
          run.failing(lastStep(), 1, FailureClass.INVALID).started();
          run.told(CommandKind.ADOPT, ActionRun.adopting(byHand)).settled();
          assertParked(run, lastStep(), Phase.FORWARD, ParkCause.INVALID);
          List<UndoMemory> due = undosUpTo(run, step);
          lost(run);

          run.starting(new Resume(Phase.FORWARD, 2, List.of(), due, null), Duration.ZERO);

          assertAdopted(run.finished(), step, byHand);
        });
  }

  @TestFactory
  default Stream<DynamicTest> an_adoption_that_was_lost_is_made_again() {
    return eachMomentOfAdopting((run, step, byHand) -> {
      List<UndoMemory> due = undosUpTo(run, step);
      StepMemory memory = new StepMemory(step.id(), 1, Map.of(), false, null, byHand);
      lost(run);

      run.starting(new Resume(Phase.FORWARD, 1, List.of(memory), due, null), Duration.ZERO);

      assertAdopted(run.finished(), step, byHand);
    });
  }

  @TestFactory
  default Stream<DynamicTest> an_adoption_that_was_lost_can_be_aborted() {
    return eachMomentOfAdopting((run, step, byHand) -> {
      List<UndoMemory> due = undosUpTo(run, step);
      lost(run);

      run.starting(new Resume(Phase.UNDO, 1, List.of(), due, null), Duration.ZERO);

      assertUnwound(run.finished());
      assertThat(run.world().exists(byHand)).isTrue();
    });
  }

  @TestFactory
  default Stream<DynamicTest> an_undo_that_an_early_release_kept_with_its_adoption_is_read() {
    return each(
        adoptingSteps(),
        step -> {
          ActionRun<O> run = parkedAt(step);
          Object request = run.attempts(step).getFirst().arguments().getFirst();
          String kept = WireJson.write(new Adoption<>(request, "hand-1"));
          List<UndoMemory> due = List.of(new UndoMemory(step.id(), 1, kept));
          lost(run);

          run.starting(new Resume(Phase.UNDO, 1, List.of(), due, null), Duration.ZERO).finished();

          assertThat(run.undos(step).getFirst().arguments()).containsExactly(request);
          assertThat(run.finals()).containsExactly(ActionStatus.ABORTED);
        });
  }

  /// A new run waits for the decision about a step whose inputs were being changed, and nothing is
  /// undone before it comes.
  private Stream<DynamicTest> eachWaitingAgain(FailureClass failure, Phase parked) {
    return each(
        editableSteps(),
        step -> {
          ActionRun<O> run = changingAt(step, failure);
          int before = run.undos(step).size();

          changingAgain(run, step, parkingOf(step, parked)).settled();

          assertParked(run, step, parked, ParkCause.UNDO_FAILED);
          assertThat(run.undos(step)).hasSize(before);
          run.told(CommandKind.RETRY).finished();
          assertChanged(run, step);
          assertThat(run.left()).doesNotContain(run.id() + "/" + step.id() + "/1");
        });
  }

  /// Its inputs are being changed: the undo of what the old ones made does not end.
  private ActionRun<O> changingAt(Step<?, ?, ?> step, FailureClass failure) {
    ActionRun<O> run = parkedWithEffectAt(step).failingUndo(step, 99, failure);
    run.told(CommandKind.RETRY_WITH, ActionRun.with(rig().subject().editsOf(step))).settled();
    assertThat(run.attempts(step)).hasSize(1);
    assertThat(run.undos(step)).isNotEmpty();
    return run;
  }

  /// A new run, as the tables know of it.
  private ActionRun<O> changingAgain(
      ActionRun<O> run, Step<?, ?, ?> step, @Nullable ParkedMemory parking) {
    List<UndoMemory> due = undosUpTo(run, step);
    Map<String, Object> edits = rig().subject().editsOf(step);
    StepMemory memory = new StepMemory(step.id(), 1, Map.of(), false, edits, null);
    lost(run);
    return run.starting(new Resume(Phase.FORWARD, 3, List.of(memory), due, parking), Duration.ZERO);
  }

  private ParkedMemory parkingOf(Step<?, ?, ?> step, Phase phase) {
    return new ParkedMemory(step.id(), phase, ParkCause.UNDO_FAILED, "said no", rig().now());
  }

  private static void lost(ActionRun<?> run) {
    run.terminate();
    run.world().mishaps().end(run.id());
  }

  private void assertChanged(ActionRun<O> run, Step<?, ?, ?> step) {
    Object old = run.attempts(step).getFirst().arguments().getFirst();
    AttemptLog.Entry last = run.attempts(step).getLast();
    assertThat(run.finals()).containsExactly(ActionStatus.SUCCEEDED);
    assertThat(run.effects()).containsEntry(step.id() + "/1", 1).containsEntry(step.id() + "/2", 1);
    assertThat(run.undos(step)).allMatch(undo -> undo.arguments().getFirst().equals(old));
    assertThat(last.context().generation()).isEqualTo(2);
    assertThat(last.arguments().getFirst().toString())
        .contains(rig().subject().editsOf(step).values().iterator().next().toString());
  }

  private static void assertAdopted(ActionRun<?> run, Step<?, ?, ?> step, String byHand) {
    assertThat(run.finals()).containsExactly(ActionStatus.SUCCEEDED);
    assertThat(run.effects()).doesNotContainKey(step.id() + "/1");
    assertThat(run.world().of(run.id() + "/" + step.id() + "/1")).isEqualTo(byHand);
  }

  private Stream<DynamicTest> eachMomentOfAdopting(LostAdoption<O> trial) {
    return adoptingSteps().stream()
        .flatMap(step ->
            Stream.of(Moment.values())
                .map(moment ->
                    test(
                        step.id() + " " + moment,
                        () -> {
                          ActionRun<O> run = parkedAt(step);
                          String byHand = run.world().makeByHand();
                          run.failing(
                              run.place(step, Phase.FORWARD, moment),
                              99,
                              FailureClass.PROVIDER_DOWN);
                          run.told(CommandKind.ADOPT, ActionRun.adopting(byHand)).settled();
                          trial.at(run, step, byHand);
                        })));
  }

  /// A test of an adoption that does not end.
  interface LostAdoption<O> {
    void at(ActionRun<O> run, Step<?, ?, ?> step, String byHand) throws Exception;
  }
}
