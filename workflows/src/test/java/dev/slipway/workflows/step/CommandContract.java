package dev.slipway.workflows.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.world.AttemptLog;
import io.temporal.api.enums.v1.EventType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A person can steer a parked plan, by exactly the commands its step declares.
interface CommandContract<O> extends PlanUnderTest<O> {

  @TestFactory
  default Stream<DynamicTest> a_retry_runs_the_step_exactly_once_more() {
    return each(
        steps(),
        step -> {
          ActionRun<O> run = parkedAt(step);

          assertSucceeded(run.told(CommandKind.RETRY, ActionRun.answering(1)).finished());
          assertThat(run.attempts(step)).hasSize(2);
          assertThat(run.attempts(step).getLast().context().attemptsBefore()).isEqualTo(1);
          assertDecided(run, CommandKind.RETRY, step, Phase.FORWARD, 1);
        });
  }

  @TestFactory
  default Stream<DynamicTest> what_a_step_does_not_offer_is_refused_without_a_trace() {
    return each(
        steps(),
        step -> {
          ActionRun<O> run = parkedAt(step);
          EnumSet<CommandKind> others =
              EnumSet.complementOf(EnumSet.copyOf(step.commandsWhenParked(Phase.FORWARD)));

          others.forEach(
              kind -> assertThat(run.refusal(kind, everything())).as(kind.code()).isPresent());

          assertUntouched(run, 1);
        });
  }

  @TestFactory
  default Stream<DynamicTest> an_undo_offers_retry_and_skip_and_refuses_the_rest() {
    return each(
        undoableSteps(),
        step -> {
          ActionRun<O> run = parkedAtUndoOf(step);

          List.of(CommandKind.RETRY_WITH, CommandKind.ADOPT, CommandKind.ABORT)
              .forEach(
                  kind -> assertThat(run.refusal(kind, everything())).as(kind.code()).isPresent());

          assertThat(run.standing().parking()).isEqualTo(2);
          assertUnwound(run.told(CommandKind.RETRY, ActionRun.answering(2)).finished());
          assertDecided(run, CommandKind.RETRY, step, Phase.UNDO, 2);
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_skipped_undo_leaves_what_it_could_not_remove() {
    return each(
        undoableSteps(),
        step -> {
          ActionRun<O> run = parkedAtUndoOf(step).told(CommandKind.SKIP).finished();

          assertThat(run.left()).containsExactly(run.id() + "/" + step.id() + "/1");
          assertThat(run.finals()).containsExactly(ActionStatus.ABORTED);
          assertDecided(run, CommandKind.SKIP, step, Phase.UNDO, 2);
          assertThat(run.decisions().getLast().leavesResidual()).isTrue();
        });
  }

  @TestFactory
  default Stream<DynamicTest> a_skipped_step_gives_its_substitute() {
    return each(
        steps().stream().filter(step -> step.substitute().isPresent()).toList(),
        step -> {
          ActionRun<O> run = parkedAt(step).told(CommandKind.SKIP).finished();

          assertThat(run.finals()).containsExactly(ActionStatus.SUCCEEDED);
          assertThat(run.attempts(step)).hasSize(1);
          assertDecided(run, CommandKind.SKIP, step, Phase.FORWARD, 1);
        });
  }

  @TestFactory
  default Stream<DynamicTest> edited_inputs_get_a_new_key_once_the_old_effect_is_undone() {
    return each(
        editableSteps(),
        step -> {
          Map<String, Object> edits = rig().subject().editsOf(step);
          ActionRun<O> run = parkedWithEffectAt(step);

          run.told(CommandKind.RETRY_WITH, ActionRun.with(edits)).finished();

          assertThat(run.finals()).containsExactly(ActionStatus.SUCCEEDED);
          assertThat(run.effects()).containsEntry(step.id() + "/1", 1);
          assertThat(run.removals()).containsOnly(Map.entry(step.id() + "/1", 1));
          assertThat(run.effects()).containsEntry(step.id() + "/2", 1);
          assertThat(requestOf(run.attempts(step).getLast()))
              .isEqualTo(edited(step, requestOf(run.attempts(step).getFirst()), edits));
          assertThat(run.decisions().getLast().inputs()).isEqualTo(edits);
        });
  }

  @TestFactory
  default Stream<DynamicTest> edited_inputs_wait_until_the_old_effect_could_be_undone() {
    return each(
        editableSteps(),
        step -> {
          ActionRun<O> run = parkedWithEffectAt(step);
          run.failingUndo(step, 1, FailureClass.AUTH);

          run.told(CommandKind.RETRY_WITH, ActionRun.with(rig().subject().editsOf(step))).settled();
          assertParked(run, step, Phase.UNDO, ParkCause.UNDO_FAILED);
          assertThat(run.attempts(step)).hasSize(1);
          assertThat(run.left()).contains(run.id() + "/" + step.id() + "/1");

          run.told(CommandKind.RETRY).finished();
          assertThat(run.finals()).containsExactly(ActionStatus.SUCCEEDED);
          assertThat(run.left()).doesNotContain(run.id() + "/" + step.id() + "/1");
        });
  }

  @TestFactory
  default Stream<DynamicTest> an_adopted_object_takes_the_steps_place_and_is_never_destroyed() {
    return each(
        adoptingSteps(),
        step -> {
          ActionRun<O> run = action();
          String byHand = run.world().makeByHand();
          run.failing(lastStep(), 1, FailureClass.INVALID);
          run.failing(step, 1, FailureClass.CONFLICT).started();

          run.told(CommandKind.ADOPT, ActionRun.adopting("nothing-of-the-kind")).settled();
          assertParked(run, step, Phase.FORWARD, ParkCause.CONFLICT);
          run.told(CommandKind.ADOPT, ActionRun.adopting(byHand)).settled();
          assertParked(run, lastStep(), Phase.FORWARD, ParkCause.INVALID);
          assertThat(run.effects()).doesNotContainKey(step.id() + "/1");

          assertUnwound(run.told(CommandKind.ABORT).finished());
          assertThat(run.world().exists(byHand)).isTrue();
        });
  }

  @TestFactory
  default Stream<DynamicTest> who_commands_by_hand_is_written_down_with_a_doubt() {
    Map<String, String> written =
        Map.of(
            "", "temporal-ui (unverified)",
            "night shift", "night shift (unverified)",
            "usr_1", "usr_1 (unverified)",
            "usr_1 (unverified)", "usr_1 (unverified)");
    return written.entrySet().stream()
        .map(name ->
            test(
                name.getValue() + " for " + name.getKey(),
                () -> {
                  ActionRun<O> run = parkedAt(steps().getFirst());
                  StepCommand retry =
                      new StepCommand(null, null, null, null, null, null, name.getKey());

                  run.toldByHand(CommandKind.RETRY, retry).finished();

                  assertThat(run.decisions())
                      .extracting(Decision::actor)
                      .containsOnly(name.getValue());
                }));
  }

  @TestFactory
  default Stream<DynamicTest> a_command_that_does_not_fit_is_refused_without_a_trace() {
    Step<?, ?, ?> step = editableSteps().getFirst();
    return Stream.of(
        test(
            step.id(),
            () -> {
              ActionRun<O> run = parkedAt(step);

              assertRefused(run, CommandKind.RETRY, null, "JSON argument");
              assertRefused(run, CommandKind.RETRY, ActionRun.answering(2), "not the present one");
              assertRefused(run, CommandKind.ABORT, ActionRun.answering(2), "not the present one");
              assertRefused(run, CommandKind.RETRY, naming("act_other", null), "another action");
              assertRefused(run, CommandKind.RETRY, naming(null, "other-step"), "parked step is");
              assertRefused(run, CommandKind.ABORT, naming(run.id(), step.id()), "needs a reason");
              assertRefused(run, CommandKind.RETRY_WITH, ActionRun.saying(), "needs inputs");
              assertRefused(
                  run, CommandKind.RETRY_WITH, ActionRun.with(Map.of("nonsense", "1")), "nonsense");
              assertUntouched(run, 1);
            }));
  }

  private static Object requestOf(AttemptLog.Entry attempt) {
    return attempt.arguments().getFirst();
  }

  private static <Q> Object edited(Step<?, Q, ?> step, Object request, Map<String, Object> edits) {
    return step.edited(step.requestType().cast(request), edits);
  }

  private static StepCommand everything() {
    return new StepCommand(null, null, null, Map.of("a", "b"), "ext-1", "for the test", "usr_1");
  }

  private static StepCommand naming(@Nullable String action, @Nullable String step) {
    return new StepCommand(action, null, step, null, null, null, "usr_1");
  }

  private static void assertRefused(
      ActionRun<?> run, CommandKind kind, @Nullable StepCommand command, String why) {
    assertThat(run.refusal(kind, command))
        .hasValueSatisfying(text -> assertThat(text).contains(why));
  }

  private static void assertUntouched(ActionRun<?> run, int parking) {
    assertThat(run.standing().parking()).isEqualTo(parking);
    assertThat(run.events(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED)).isZero();
    assertThat(run.events(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_REJECTED)).isZero();
  }

  private static void assertDecided(
      ActionRun<?> run, CommandKind kind, Step<?, ?, ?> step, Phase phase, int parking) {
    Decision decision = run.decisions().getLast();
    assertThat(decision.kind()).isEqualTo(kind);
    assertThat(decision.step()).isEqualTo(step.id());
    assertThat(decision.phase()).isEqualTo(phase);
    assertThat(decision.parking()).isEqualTo(parking);
    assertThat(decision.actor()).isEqualTo("usr_1");
    assertThat(decision.reason()).isEqualTo("for the test");
  }
}
