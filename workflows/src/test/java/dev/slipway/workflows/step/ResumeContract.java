package dev.slipway.workflows.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.step.Resume.ParkedMemory;
import dev.slipway.workflows.step.Resume.StepMemory;
import dev.slipway.workflows.step.Resume.UndoMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A plan whose run was closed from outside goes on in a new one, under the same keys.
interface ResumeContract<O> extends PlanUnderTest<O> {

  @TestFactory
  default Stream<DynamicTest> a_new_run_finds_what_the_closed_one_made() {
    return each(
        steps(),
        step -> {
          ActionRun<O> run = parkedAt(step);
          run.terminate();

          run.starting(new Resume(Phase.FORWARD, 1, List.of(), List.of(), null), Duration.ZERO);

          assertSucceeded(run.finished());
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_new_run_numbers_its_parkings_on() {
    return each(
        steps().subList(0, 1),
        step -> {
          ActionRun<O> run = parkedAt(step);
          run.terminate();
          run.failing(step, 1, FailureClass.QUOTA);

          run.starting(new Resume(Phase.FORWARD, 1, List.of(), List.of(), null), Duration.ZERO);

          assertThat(run.settled().standing().parking()).isEqualTo(2);
          assertThat(run.refusal(CommandKind.RETRY, ActionRun.answering(1))).isPresent();
          assertSucceeded(run.told(CommandKind.RETRY, ActionRun.answering(2)).finished());
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_new_run_remembers_edited_inputs_and_their_generation() {
    return each(
        editableSteps(),
        step -> {
          Map<String, Object> edits = rig().subject().editsOf(step);
          StepMemory memory = new StepMemory(step.id(), 3, edits, false, null, null);

          ActionRun<O> run = action();
          run.starting(
              new Resume(Phase.FORWARD, 2, List.of(memory), List.of(), null), Duration.ZERO);

          assertThat(run.finished().finals()).containsExactly(ActionStatus.SUCCEEDED);
          assertThat(run.effects()).containsEntry(step.id() + "/3", 1);
          assertThat(run.attempts(step).getFirst().arguments().getFirst().toString())
              .contains(edits.values().iterator().next().toString());
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_new_run_remembers_skipped_steps() {
    return each(
        steps().stream().filter(step -> step.substitute().isPresent()).toList(),
        step -> {
          StepMemory memory = new StepMemory(step.id(), 1, Map.of(), true, null, null);

          ActionRun<O> run = action();
          run.starting(
              new Resume(Phase.FORWARD, 1, List.of(memory), List.of(), null), Duration.ZERO);

          assertThat(run.finished().finals()).containsExactly(ActionStatus.SUCCEEDED);
          assertThat(run.attempts(step)).isEmpty();
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_new_run_undoes_what_the_closed_one_had_left_to_undo() {
    return each(
        undoableSteps(),
        step -> {
          ActionRun<O> run = parkedAtUndoOf(step);
          run.terminate();
          List<UndoMemory> due = undosUpTo(run, step);

          run.starting(new Resume(Phase.UNDO, 2, List.of(), due, null), Duration.ZERO);

          assertUnwound(run.finished());
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_new_run_of_an_action_that_has_ended_does_nothing() {
    return Stream.of(
        test(
            "succeeded",
            () -> {
              ActionRun<O> run = action().starting().finished();
              run.starting(new Resume(Phase.FORWARD, 0, List.of(), List.of(), null), Duration.ZERO);

              assertSucceeded(run.finished());
            }),
        test(
            "aborted",
            () -> {
              ActionRun<O> run = parkedAt(lastStep()).told(CommandKind.ABORT).finished();
              run.starting(new Resume(Phase.UNDO, 1, List.of(), List.of(), null), Duration.ZERO);

              assertUnwound(run.finished());
            }));
  }

  @TestFactory
  default Stream<DynamicTest> a_new_run_with_nothing_left_to_undo_closes_the_action() {
    return Stream.of(
        test(
            "nothing left",
            () -> {
              ActionRun<O> run = action();
              run.starting(new Resume(Phase.UNDO, 2, List.of(), List.of(), null), Duration.ZERO);

              assertUnwound(run.finished());
              assertThat(run.decisions()).isEmpty();
            }));
  }

  @TestFactory
  default Stream<DynamicTest> a_new_run_of_a_parked_action_calls_nothing_until_somebody_decides() {
    return each(
        steps(),
        step -> {
          ActionRun<O> run = parkedAt(step);
          List<Integer> before = attempts(run);

          parkedAgain(run, step);

          assertParked(run, step, Phase.FORWARD, ParkCause.INVALID);
          assertThat(run.standing().parking()).isEqualTo(2);
          assertThat(attempts(run)).isEqualTo(before);
          assertThat(run.refusal(CommandKind.RETRY, ActionRun.answering(1))).isPresent();
          assertSucceeded(run.told(CommandKind.RETRY, ActionRun.answering(2)).finished());
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_new_run_of_a_parked_action_can_be_aborted() {
    return each(
        steps(),
        step -> {
          ActionRun<O> run = parkedAt(step);

          parkedAgain(run, step).told(CommandKind.ABORT);

          assertUnwound(run.finished());
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_new_run_of_a_parked_action_takes_changed_inputs() {
    return each(
        editableSteps(),
        step -> {
          Map<String, Object> edits = rig().subject().editsOf(step);
          ActionRun<O> run = parkedAt(step);

          parkedAgain(run, step).told(CommandKind.RETRY_WITH, ActionRun.with(edits));

          assertThat(run.finished().finals()).containsExactly(ActionStatus.SUCCEEDED);
          assertThat(run.effects()).containsEntry(step.id() + "/2", 1);
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_new_run_of_a_parked_undo_calls_nothing_until_somebody_decides() {
    return each(
        undoableSteps(),
        step -> {
          ActionRun<O> run = parkedAtUndoOf(step);
          int before = run.undos(step).size();

          undoParkedAgain(run, step);

          assertParked(run, step, Phase.UNDO, ParkCause.UNDO_FAILED);
          assertThat(run.undos(step)).hasSize(before);
          assertUnwound(run.told(CommandKind.RETRY, ActionRun.answering(3)).finished());
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_new_run_of_a_parked_undo_leaves_what_is_skipped() {
    return each(
        undoableSteps(),
        step -> {
          ActionRun<O> run = parkedAtUndoOf(step);
          int before = run.undos(step).size();

          undoParkedAgain(run, step).told(CommandKind.SKIP).finished();

          assertThat(run.finals()).containsExactly(ActionStatus.ABORTED);
          assertThat(run.undos(step)).hasSize(before);
          assertThat(run.decisions()).anyMatch(Decision::leavesResidual);
        });
  }

  private ActionRun<O> parkedAgain(ActionRun<O> run, Step<?, ?, ?> step) {
    List<UndoMemory> due = undosUpTo(run, step);
    ParkedMemory parking = parking(run, step, Phase.FORWARD, ParkCause.INVALID);
    run.terminate();
    run.starting(new Resume(Phase.FORWARD, 2, List.of(), due, parking), Duration.ZERO);
    return run.settled();
  }

  private ActionRun<O> undoParkedAgain(ActionRun<O> run, Step<?, ?, ?> step) {
    List<UndoMemory> due = undosUpTo(run, step);
    ParkedMemory parking = parking(run, step, Phase.UNDO, ParkCause.UNDO_FAILED);
    run.terminate();
    run.starting(new Resume(Phase.UNDO, 3, List.of(), due, parking), Duration.ZERO);
    return run.settled();
  }

  private static ParkedMemory parking(
      ActionRun<?> run, Step<?, ?, ?> step, Phase phase, ParkCause cause) {
    Instant since = Objects.requireNonNull(run.standing().since());
    return new ParkedMemory(step.id(), phase, cause, "said no", since);
  }

  private List<Integer> attempts(ActionRun<O> run) {
    return steps().stream().map(step -> run.attempts(step).size()).toList();
  }
}
