package dev.slipway.workflows.action;

import static dev.slipway.workflows.action.ActionFixtures.NOON;
import static dev.slipway.workflows.action.ActionFixtures.aRunningStep;
import static dev.slipway.workflows.action.ActionFixtures.aStep;
import static dev.slipway.workflows.action.ActionFixtures.aTriedStep;
import static dev.slipway.workflows.action.ActionFixtures.anAction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.workflows.server.CreateServer;
import dev.slipway.workflows.server.ServerStatus;
import dev.slipway.workflows.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionTest {

  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(3);

  @Test
  void progress_weighs_each_step_by_its_usual_time() {
    Action action =
        anAction(
            ActionStatus.RUNNING,
            aStep(StepStatus.DONE, null, SHORT),
            aStep(StepStatus.RUNNING, 50, LONG));

    assertThat(action.progress()).isEqualTo(62);
  }

  @Test
  void progress_is_whole_only_when_the_action_succeeded() {
    ActionStep done = aStep(StepStatus.SKIPPED, null, SHORT);

    assertThat(anAction(ActionStatus.RUNNING, done).progress()).isEqualTo(99);
    assertThat(anAction(ActionStatus.SUCCEEDED, done).progress()).isEqualTo(100);
    assertThat(anAction(ActionStatus.QUEUED).progress()).isZero();
  }

  @Test
  void what_is_left_is_the_sum_of_steps_not_done() {
    Action action =
        anAction(
            ActionStatus.RUNNING,
            aStep(StepStatus.DONE, null, LONG),
            aStep(StepStatus.RUNNING, null, SHORT),
            aStep(StepStatus.PENDING, null, LONG));

    assertThat(action.eta(NOON).p50()).isEqualTo(SHORT.plus(LONG));
    assertThat(action.eta(NOON).p95()).isEqualTo(SHORT.plus(LONG).multipliedBy(2));
  }

  @Test
  void nothing_is_left_of_a_final_action() {
    Action action = anAction(ActionStatus.ABORTED, aStep(StepStatus.PENDING, null, LONG));

    assertThat(action.eta(NOON).p95()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    // so long at work, usually 60 to 120 s: so much is left
    "0, 60, 120",
    "15, 45, 105",
    "60, 0, 60",
    "80, 20, 40",
    "120, 0, 0",
    "180, 30, 60"
  })
  void a_step_at_work_leaves_less_and_one_that_is_late_more(long elapsed, long p50, long p95) {
    Action action =
        anAction(
            ActionStatus.RUNNING,
            aRunningStep(NOON, Duration.ofMinutes(1)),
            aStep(StepStatus.PENDING, null, SHORT));

    Estimate left = action.eta(NOON.plusSeconds(elapsed));

    assertThat(left.p50()).isEqualTo(Duration.ofSeconds(p50).plus(SHORT));
    assertThat(left.p95()).isEqualTo(Duration.ofSeconds(p95).plus(SHORT.multipliedBy(2)));
  }

  @Test
  void a_clock_that_is_behind_the_workers_takes_nothing_off() {
    Action action = anAction(ActionStatus.RUNNING, aRunningStep(NOON, LONG));

    assertThat(action.eta(NOON.minusSeconds(5)).p50()).isEqualTo(LONG);
  }

  @ParameterizedTest
  @CsvSource({
    "capacity, false",
    "unknown_outcome, true",
    "lost, true",
    // what came later tells nothing of it, but for an undo
    "unknown_outcome capacity, true",
    "lost provider_down, true",
    "lost undone, false",
    "lost undone capacity, false",
    "lost undone lost, true"
  })
  void a_lost_reply_leaves_something_that_may_exist(String attempts, boolean mayExist) {
    assertThat(aTriedStep(StepStatus.PARKED, attempts.split(" ")).mayHaveUnseenEffect())
        .isEqualTo(mayExist);
    assertThat(aTriedStep(StepStatus.DONE, attempts.split(" ")).mayHaveUnseenEffect()).isFalse();
    assertThat(aTriedStep(StepStatus.UNDONE, attempts.split(" ")).mayHaveUnseenEffect()).isFalse();
  }

  @Test
  void an_estimate_is_a_range() {
    assertThat(Estimate.ofMillis(1, 2).plus(Estimate.ofMillis(3, 4)))
        .isEqualTo(Estimate.ofMillis(4, 6));
    assertThatIllegalArgumentException().isThrownBy(() -> Estimate.ofMillis(2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Estimate.ofMillis(-1, 1));
  }

  @Test
  void a_type_knows_its_plan_its_workflow_and_what_becomes_of_the_server() {
    ActionType type = ActionType.CREATE_SERVER;

    assertThat(type.code()).isEqualTo("create_server");
    assertThat(ActionType.ofCode("create_server")).contains(type);
    assertThat(ActionType.ofCode("create-server")).isEmpty();
    assertThat(type.workflowType()).isEqualTo("CreateServer");
    assertThat(type.verb()).isEqualTo("Create");
    assertThat(type.orderType().getSimpleName()).isEqualTo("ServerOrder");
    assertThat(type.plan().steps()).hasSize(7);
    assertThat(type.step("create-machine")).isEqualTo(CreateServer.CREATE_MACHINE);
    assertThatIllegalArgumentException().isThrownBy(() -> type.step("paint-server"));
    assertThat(type.serverAfter(ActionStatus.ABORTED)).isEqualTo(ServerStatus.DESTROYED);
    assertThat(type.serverAfter(ActionStatus.FAILED)).isEqualTo(ServerStatus.FAILED);
  }

  @Test
  void an_action_without_steps_cannot_be_stored() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new NewAction(
                new ActionId("act_1"),
                new TenantId("ten_1"),
                ActionType.CREATE_SERVER,
                new Resource("server", "srv_1"),
                new Requester("usr_1", "user"),
                "order",
                List.of(),
                null,
                ActionFixtures.NOON,
                "cor_1"))
        .withMessageContaining("no steps");
  }

  @Test
  void only_an_end_is_final() {
    assertThat(List.of(ActionStatus.values()).stream().filter(ActionStatus::isFinal))
        .containsExactly(ActionStatus.SUCCEEDED, ActionStatus.ABORTED, ActionStatus.FAILED);
    assertThat(StepStatus.SKIPPED.isDone()).isTrue();
    assertThat(StepStatus.RESIDUAL.isDone()).isFalse();
  }

  @Test
  void every_word_is_lower_case_and_every_cause_says_what_to_do() {
    assertThat(AttemptStatus.LOST.code()).isEqualTo("lost");
    assertThat(StepStatus.UNDOING.code()).isEqualTo("undoing");
    assertThat(ActionStatus.PARKED.code()).isEqualTo("parked");
    assertThat(Phase.UNDO.code()).isEqualTo("undo");
    assertThat(ParkCause.values())
        .allMatch(cause -> cause.code().equals(cause.name().toLowerCase(java.util.Locale.ROOT)))
        .noneMatch(cause -> cause.title().isBlank() || cause.next().isBlank());
    assertThat(WaitKind.values())
        .allMatch(kind -> kind.code().equals(kind.name().toLowerCase(java.util.Locale.ROOT)))
        .noneMatch(kind -> kind.operatorText().isBlank() || kind.tenantText().isBlank());
  }
}
