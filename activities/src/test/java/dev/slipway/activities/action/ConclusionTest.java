package dev.slipway.activities.action;

import static dev.slipway.activities.action.ActionFixtures.aCreate;
import static dev.slipway.activities.server.ServerFixtures.NOON;
import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionEvent;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.Actions.AbortRequest;
import dev.slipway.workflows.action.LaneHeldException;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.action.Residual;
import dev.slipway.workflows.action.StepStatus;
import dev.slipway.workflows.action.WaitKind;
import dev.slipway.workflows.action.WaitingOn;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerStatus;
import dev.slipway.workflows.server.Servers;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConclusionTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final Actions actions = STORAGE.get(Actions.class);
  private final Servers servers = STORAGE.get(Servers.class);
  private final Conclusion conclusion = STORAGE.get(Conclusion.class);

  @Test
  void an_action_ends_once() {
    NewAction order = ordered(aServer(NORTH));

    assertThat(conclude(order, ActionStatus.SUCCEEDED)).isTrue();
    assertThat(conclude(order, ActionStatus.FAILED)).isFalse();

    Action ended = find(order);
    assertThat(ended.status()).isEqualTo(ActionStatus.SUCCEEDED);
    assertThat(ended.finishedAt()).isEqualTo(NOON.plusSeconds(9));
    assertThat(ended.waitingOn()).isNull();
    assertThat(ended.version()).isEqualTo(2);
  }

  @Test
  void only_a_final_state_is_an_end() {
    NewAction order = ordered(aServer(NORTH));

    assertThatThrownBy(() -> conclude(order, ActionStatus.PARKED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_end_frees_the_lane() {
    Server server = aServer(NORTH);
    NewAction first = ordered(server);
    assertThatThrownBy(() -> create(aCreate(server))).isInstanceOf(LaneHeldException.class);

    conclude(first, ActionStatus.SUCCEEDED);

    create(aCreate(server));
  }

  @Test
  void an_end_lets_the_next_in_line_hold() {
    Server server = aServer(NORTH);
    NewAction first = ordered(server);
    NewAction second = queuedBehind(server, 1);
    NewAction third = queuedBehind(server, 2);
    assertThat(waiting(second).position()).isEqualTo(1);
    assertThat(waiting(third).position()).isEqualTo(2);

    conclude(first, ActionStatus.SUCCEEDED);

    assertThat(waiting(second).kind()).isEqualTo(WaitKind.ENGINE);
    assertThat(waiting(second).position()).isNull();
    assertThat(waiting(third).kind()).isEqualTo(WaitKind.LANE);
    assertThat(waiting(third).position()).isEqualTo(1);
    assertThat(find(server).action()).isEqualTo(second.id());
  }

  @Test
  void an_end_of_one_who_waits_in_line_leaves_the_holder() {
    Server server = aServer(NORTH);
    NewAction first = ordered(server);
    NewAction second = queuedBehind(server, 1);
    NewAction third = queuedBehind(server, 2);

    conclude(second, ActionStatus.ABORTED);

    assertThat(find(server).action()).isEqualTo(first.id());
    assertThat(waiting(third).position()).isEqualTo(1);
  }

  @Test
  void a_success_leaves_the_server_to_the_step_that_published_it() {
    Server server = aServer(NORTH);

    conclude(ordered(server), ActionStatus.SUCCEEDED);

    assertThat(find(server).status()).isEqualTo(ServerStatus.QUEUED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"undone", "residual", "failed", "running", "pending"})
  void a_success_has_every_step_done_and_forgets_nothing_that_is_left(String before) {
    NewAction order = ordered(aServer(NORTH));
    STORAGE.execute(
        """
        update action_step set status = '%s', undo_status = 'skipped'
        where action_id = '%s' and step = 'create-machine'
        """
            .formatted(before, order.id()),
        """
        update action set residual =
          '[{"kind": "machine", "note": "Its undo was skipped.", "externalId": "vm-1"}]'
        where id = '%s'
        """
            .formatted(order.id()));

    conclude(order, ActionStatus.SUCCEEDED);

    Action ended = find(order);
    assertThat(ended.steps()).allMatch(step -> step.status() == StepStatus.DONE);
    assertThat(ended.residual()).extracting(Residual::externalId).containsExactly("vm-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"undone", "residual", "failed", "pending"})
  void an_abort_leaves_each_step_as_it_was_taken_back(String before) {
    NewAction order = ordered(aServer(NORTH));
    STORAGE.execute(
        "update action_step set status = '%s' where action_id = '%s'"
            .formatted(before, order.id()));

    conclude(order, ActionStatus.ABORTED);

    assertThat(find(order).steps()).allMatch(step -> step.status().code().equals(before));
  }

  @Test
  void an_aborted_create_destroys_the_server_and_a_failed_one_fails_it() {
    Server aborted = aServer(NORTH);
    Server failed = aServer(NORTH);

    conclude(ordered(aborted), ActionStatus.ABORTED);
    conclude(ordered(failed), ActionStatus.FAILED);

    assertThat(find(aborted).status()).isEqualTo(ServerStatus.DESTROYED);
    assertThat(find(aborted).version()).isEqualTo(2);
    assertThat(find(failed).status()).isEqualTo(ServerStatus.FAILED);
  }

  @Test
  void an_abort_of_what_has_not_begun_ends_it_at_once() {
    Server server = aServer(NORTH);
    NewAction order = ordered(server);

    AbortRequest first = abort(order);
    AbortRequest second = abort(order);

    assertThat(first).isEqualTo(AbortRequest.ABORTED);
    assertThat(second).isEqualTo(AbortRequest.TOO_LATE);
    assertThat(find(order).status()).isEqualTo(ActionStatus.ABORTED);
    assertThat(find(server).status()).isEqualTo(ServerStatus.DESTROYED);
    assertThat(STORAGE.as(NORTH, () -> actions.events(order.id())))
        .singleElement()
        .extracting(ActionEvent::kind, ActionEvent::actor, ActionEvent::reason)
        .containsExactly("abort", "usr_1", "changed my mind");
  }

  @Test
  void an_abort_of_what_runs_is_asked_for_once() {
    NewAction order = ordered(aServer(NORTH));
    running(order, "forward");

    assertThat(abort(order)).isEqualTo(AbortRequest.REQUESTED);
    assertThat(abort(order)).isEqualTo(AbortRequest.REPEATED);

    assertThat(find(order).abortRequested()).isTrue();
    assertThat(find(order).status()).isEqualTo(ActionStatus.RUNNING);
    assertThat(STORAGE.as(NORTH, () -> actions.events(order.id()))).hasSize(1);
  }

  @Test
  void what_somebody_wants_undone_cannot_succeed_any_more() {
    NewAction order = ordered(aServer(NORTH));
    running(order, "forward");
    abort(order);

    assertThat(conclude(order, ActionStatus.SUCCEEDED)).isFalse();
    assertThat(find(order).status()).isEqualTo(ActionStatus.RUNNING);
    assertThat(conclude(order, ActionStatus.ABORTED)).isTrue();
  }

  @Test
  void an_abort_of_what_is_being_undone_changes_nothing() {
    NewAction order = ordered(aServer(NORTH));
    running(order, "undo");

    assertThat(abort(order)).isEqualTo(AbortRequest.REPEATED);
  }

  private AbortRequest abort(NewAction order) {
    return STORAGE.as(
        NORTH, () -> actions.requestAbort(order.id(), "usr_1", "changed my mind", null));
  }

  private NewAction ordered(Server server) {
    STORAGE.asPlatform(() -> servers.create(server, null));
    NewAction action = aCreate(server);
    create(action);
    return action;
  }

  private void create(NewAction action) {
    STORAGE.asPlatform(() -> actions.create(action));
  }

  private NewAction queuedBehind(Server server, int position) {
    NewAction action = aCreate(server);
    String behind =
        """
        insert into action (
          id, tenant_id, type, status, resource_type, resource_id, requested_by_id,
          requested_by_type, order_json, created_at, written_at, waiting_kind, waiting_text,
          waiting_since, correlation_id)
        select '%1$s', tenant_id, type, 'queued', resource_type, resource_id, requested_by_id,
               requested_by_type, order_json, created_at, written_at, 'lane', 'in line',
               waiting_since, correlation_id
        from action where resource_id = '%2$s' limit 1
        """;
    String lane =
        """
        insert into lane (resource, action_id, tenant_id, position, holds, created_at)
        values ('%s', '%s', 'ten_north', %d, false, '2026-01-01')
        """;
    STORAGE.execute(
        behind.formatted(action.id(), server.id()),
        lane.formatted(server.id(), action.id(), position));
    return action;
  }

  private static void running(NewAction action, String phase) {
    String run = "update action set status = 'running', run_id = 'r', phase = '%s' where id = '%s'";
    STORAGE.execute(run.formatted(phase, action.id()));
  }

  private boolean conclude(NewAction action, ActionStatus end) {
    return STORAGE.asPlatform(() -> conclusion.conclude(action.id(), end, NOON.plusSeconds(9)));
  }

  private Action find(NewAction action) {
    return STORAGE.asPlatform(() -> actions.find(action.id())).orElseThrow();
  }

  private WaitingOn waiting(NewAction action) {
    return Objects.requireNonNull(find(action).waitingOn());
  }

  private Server find(Server server) {
    return STORAGE.asPlatform(() -> servers.find(server.id())).orElseThrow();
  }
}
