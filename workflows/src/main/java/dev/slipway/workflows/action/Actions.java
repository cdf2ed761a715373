package dev.slipway.workflows.action;

import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.step.StepCommand;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The actions a transaction's scope may see; call it inside
/// [dev.slipway.workflows.tenant.Transactions].
public interface Actions {

  /// What came of asking for an abort.
  enum AbortRequest {
    /// It had not begun: it is aborted now.
    ABORTED,
    /// It is marked; the workflow must be told.
    REQUESTED,
    /// It is marked, and to be started again to be undone: its workflow had been closed. A sweep
    /// starts it where nobody else does.
    REOPENED,
    /// It was asked for before, or the action is being undone.
    REPEATED,
    /// It answers a parking that is not the present one any more; nothing was written.
    ANSWERED,
    /// It has ended.
    TOO_LATE
  }

  /// Stores an action as `queued` with its pending steps, and takes the resource's lane.
  ///
  /// @throws LaneHeldException when another action holds it
  void create(NewAction action);

  /// Like [#create], but while another action holds the lane, it waits behind those that wait
  /// there.
  void queue(NewAction action);

  /// The action of an id with steps and attempts.
  Optional<Action> find(ActionId id);

  /// The actions of these ids with steps and attempts, in no order; ids that the scope does not see
  /// are left out.
  List<Action> findAll(Collection<ActionId> ids);

  /// A page of actions, newest first, with steps.
  Page<Action> list(ActionFilter filter, PageRequest page);

  /// How many actions of each state the scope sees, final ones left out.
  Map<ActionStatus, Long> countUnfinished();

  /// Writes down that somebody wants the action undone; ends it at once when it has no run.
  ///
  /// @param parking the parking it answers, null for a wish that holds whatever happens meanwhile
  AbortRequest requestAbort(ActionId id, String actor, String reason, @Nullable Integer parking);

  /// Whether the server that an action builds is protected. Until the transaction ends, nobody
  /// changes that.
  boolean isProtected(ActionId id);

  /// Writes down which command brought the decision that this transaction writes.
  ///
  /// @param updateId the command's id, as the engine would know it
  void remember(ActionId id, String updateId);

  /// Whether a command brought a decision that was written; one that its workflow alone heard of is
  /// the engine's to know.
  boolean remembers(ActionId id, String updateId);

  /// Lets one decision start an action again that is parked with `engine_closed`: takes the
  /// parking, writes down who decided, and marks the action, so that a sweep starts it where nobody
  /// else does.
  ///
  /// @param retry names the parking it answers
  /// @return false when that parking is not the present one any more; then nothing was changed
  boolean reopen(ActionId id, StepCommand retry);

  /// Parked actions by cause, the oldest group first; at most `perPage` groups with at most 100
  /// actions each, those that have waited longest.
  ///
  /// @param assignee only what this user looks after, empty for nobody, null for all
  Page<AttentionGroup> attention(@Nullable String assignee, PageRequest page);

  /// All parked actions by cause.
  default Page<AttentionGroup> attention(PageRequest page) {
    return attention(null, page);
  }

  /// Says who looks after actions.
  ///
  /// @param assignee null for nobody
  /// @return how many were changed
  int assign(Collection<ActionId> ids, @Nullable Assignee assignee);

  /// How long steps of a type of action took, from up to 200 past runs; steps without any are
  /// absent.
  Map<String, Estimate> usualTimes(ActionType type);

  /// What was decided about an action by whom, oldest first.
  List<ActionEvent> events(ActionId id);

  /// Every parking of an action, the present one and those that were answered, oldest first.
  List<Parking> parkings(ActionId id);
}
