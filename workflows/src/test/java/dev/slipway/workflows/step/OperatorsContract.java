package dev.slipway.workflows.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.world.Gate;
import dev.slipway.workflows.world.Moment;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowUpdateStage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Of several people at one parking one wins, and each is told.
interface OperatorsContract<O> extends PlanUnderTest<O> {

  @TestFactory
  default Stream<DynamicTest> of_two_operators_on_one_parking_one_wins() {
    return Stream.of(CommandKind.RETRY, CommandKind.ABORT)
        .map(other ->
            test(
                "retry against " + other.code(),
                () -> {
                  Step<?, ?, ?> step = steps().getFirst();
                  ActionRun<O> run = parkedAt(step);
                  Gate gate = run.holding(step, Moment.BEFORE_CALL, false);
                  Gate closing = run.holdingUndo(CloseAction.CLOSE_ACTION);

                  List<Optional<String>> refusals = bothAtOnce(run, other);

                  gate.open();
                  closing.open();
                  run.finished();
                  assertThat(refusals).filteredOn(Optional::isEmpty).hasSize(1);
                  assertThat(run.decisions()).hasSize(1);
                  assertThat(run.finals()).hasSize(1);
                  assertThat(run.calls(step)).isLessThanOrEqualTo(2);
                }));
  }

  @TestFactory
  default Stream<DynamicTest> an_abort_that_answers_no_parking_holds_before_a_retry() {
    return each(
        steps().subList(1, 2),
        step -> {
          ActionRun<O> run = parkedAt(step);
          Gate gate = run.holdingUndo(steps().getFirst());

          assertThat(run.refusal(CommandKind.ABORT, ActionRun.saying())).isEmpty();
          gate.awaitReached();
          assertThat(run.refusal(CommandKind.RETRY, ActionRun.answering(1))).isPresent();

          gate.open();
          run.finished();
          assertThat(run.finals()).containsExactly(ActionStatus.ABORTED);
        });
  }

  @TestFactory
  default Stream<DynamicTest> the_same_request_twice_is_one_command() {
    Step<?, ?, ?> step = steps().getFirst();
    return Stream.of(
        test(
            step.id(),
            () -> {
              ActionRun<O> run = parkedAt(step);
              Gate gate = run.holding(step, Moment.BEFORE_CALL, false);

              assertThat(retryOf(run, "key-1")).isEqualTo("accepted");
              gate.awaitReached();
              assertThat(retryOf(run, "key-1")).isEqualTo("accepted");
              gate.open();

              assertSucceeded(run.finished());
              assertThat(run.attempts(step)).hasSize(2);
              assertThat(run.events(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED))
                  .isEqualTo(1);
            }));
  }

  @TestFactory
  default Stream<DynamicTest> a_command_for_an_older_parking_is_refused() {
    return each(
        steps().subList(0, 1),
        step -> {
          ActionRun<O> run = action().failing(step, 2, FailureClass.QUOTA).started();
          run.told(CommandKind.RETRY, ActionRun.answering(1)).settled();
          assertThat(run.standing().parking()).isEqualTo(2);

          assertThat(run.refusal(CommandKind.RETRY, ActionRun.answering(1))).isPresent();

          assertSucceeded(run.told(CommandKind.RETRY, ActionRun.answering(2)).finished());
        });
  }

  @TestFactory
  default Stream<DynamicTest> nothing_but_abort_is_accepted_while_a_step_is_at_work() {
    return each(
        steps(),
        step -> {
          ActionRun<O> run = action();
          Gate gate = run.holding(step, Moment.BEFORE_CALL, false);
          run.starting();
          gate.awaitReached();

          for (CommandKind kind : CommandKind.values()) {
            if (kind != CommandKind.ABORT) {
              assertThat(run.refusal(kind, ActionRun.saying())).as(kind.code()).isPresent();
            }
          }

          gate.open();
          assertSucceeded(run.finished());
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_command_on_an_ended_action_is_refused_and_restarts_nothing() {
    return Stream.of(
        test("succeeded", () -> assertDeaf(action().starting().finished())),
        test("aborted", () -> assertDeaf(parkedAt(lastStep()).told(CommandKind.ABORT).finished())));
  }

  @TestFactory
  default Stream<DynamicTest> whoever_commands_is_answered_even_when_the_action_ends_at_once() {
    return Stream.of(
        test(
            "retry of the last step",
            () -> assertSucceeded(parkedAt(lastStep()).told(CommandKind.RETRY).finished())),
        test(
            "abort before the first step",
            () -> {
              ActionRun<O> run = action();

              assertThat(run.startingWith(CommandKind.ABORT, ActionRun.saying()))
                  .isEqualTo("accepted");

              assertThat(run.finished().steps(Phase.FORWARD)).isEmpty();
              assertThat(run.finals()).containsExactly(ActionStatus.ABORTED);
            }));
  }

  private void assertDeaf(ActionRun<O> run) {
    List<String> before = run.steps(Phase.FORWARD);
    for (CommandKind kind : CommandKind.values()) {
      assertThat(run.refusal(kind, ActionRun.saying())).as(kind.code()).isPresent();
    }
    assertThat(run.settled().standing().parking()).isLessThanOrEqualTo(1);
    assertThat(run.steps(Phase.FORWARD)).isEqualTo(before);
    assertThat(run.finals()).hasSize(1);
  }

  private static List<Optional<String>> bothAtOnce(ActionRun<?> run, CommandKind other) {
    CompletableFuture<Optional<String>> first =
        CompletableFuture.supplyAsync(() -> run.refusal(CommandKind.RETRY, ActionRun.answering(1)));
    CompletableFuture<Optional<String>> second =
        CompletableFuture.supplyAsync(() -> run.refusal(other, ActionRun.answering(1)));
    return List.of(first.join(), second.join());
  }

  private static String retryOf(ActionRun<?> run, String requestKey) {
    return run.stub()
        .startUpdate(
            UpdateOptions.newBuilder(String.class)
                .setUpdateName(CommandKind.RETRY.code())
                .setUpdateId(requestKey)
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build(),
            ActionRun.saying())
        .getResult();
  }
}
