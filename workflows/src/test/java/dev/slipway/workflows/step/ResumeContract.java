package dev.slipway.workflows.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.step.Resume.StepMemory;
import dev.slipway.workflows.step.Resume.UndoMemory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

          run.starting(new Resume(Phase.FORWARD, 1, List.of(), List.of()), Duration.ZERO);

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

          run.starting(new Resume(Phase.FORWARD, 1, List.of(), List.of()), Duration.ZERO);

          assertThat(run.settled().standing().parking()).isEqualTo(2);
          assertThat(run.refusal(CommandKind.RETRY, ActionRun.answering(1))).isPresent();
          assertSucceeded(run.told(CommandKind.RETRY, ActionRun.answering(2)).finished());
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_new_run_remembers_edited_inputs_and_their_generation() {
    return each(
        steps().stream().filter(step -> !step.editable().isEmpty()).toList(),
        step -> {
          Map<String, Object> edits = rig().subject().editsOf(step);
          StepMemory memory = new StepMemory(step.id(), 3, edits, false);

          ActionRun<O> run = action();
          run.starting(new Resume(Phase.FORWARD, 2, List.of(memory), List.of()), Duration.ZERO);

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
          StepMemory memory = new StepMemory(step.id(), 1, Map.of(), true);

          ActionRun<O> run = action();
          run.starting(new Resume(Phase.FORWARD, 1, List.of(memory), List.of()), Duration.ZERO);

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
          List<UndoMemory> due =
              undoableSteps().subList(0, undoableSteps().indexOf(step) + 1).stream()
                  .map(each -> new UndoMemory(each.id(), 1, requestOf(run, each)))
                  .toList();

          run.starting(new Resume(Phase.UNDO, 2, List.of(), due), Duration.ZERO);

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
              run.starting(new Resume(Phase.FORWARD, 0, List.of(), List.of()), Duration.ZERO);

              assertSucceeded(run.finished());
            }),
        test(
            "aborted",
            () -> {
              ActionRun<O> run = parkedAt(lastStep()).told(CommandKind.ABORT).finished();
              run.starting(new Resume(Phase.UNDO, 1, List.of(), List.of()), Duration.ZERO);

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
              run.starting(new Resume(Phase.UNDO, 2, List.of(), List.of()), Duration.ZERO);

              assertUnwound(run.finished());
              assertThat(run.decisions()).isEmpty();
            }));
  }

  private static String requestOf(ActionRun<?> run, Step<?, ?, ?> step) {
    return WireJson.write(run.attempts(step).getFirst().arguments().getFirst());
  }
}
