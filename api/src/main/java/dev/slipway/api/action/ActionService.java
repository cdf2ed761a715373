package dev.slipway.api.action;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionChanges;
import dev.slipway.workflows.action.ActionEvent;
import dev.slipway.workflows.action.ActionFilter;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.Assignee;
import dev.slipway.workflows.action.AttentionGroup;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.tenant.Permission;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows actions, waits for their changes, and takes commands for them. Throws [ProblemException],
/// or an exception that [ProblemException#of] turns into one.
@Singleton
public class ActionService {

  private static final Logger LOG = LoggerFactory.getLogger(ActionService.class);
  private static final Duration SHOWN_WITHIN = Duration.ofSeconds(2);

  private final Transactions transactions;
  private final Actions actions;
  private final Decisions decisions;
  private final ActionFeed feed;

  ActionService(Transactions transactions, Actions actions, Decisions decisions, ActionFeed feed) {
    this.transactions = transactions;
    this.actions = actions;
    this.decisions = decisions;
    this.feed = feed;
  }

  static Action present(Actions actions, ActionId id) {
    return actions.find(id).orElseThrow(() -> ProblemException.notFound("action " + id));
  }

  /// The action of an id.
  ///
  /// @throws ProblemException `not_found`, also for another tenant's
  public Action find(Caller caller, ActionId id) {
    return viewing(caller, () -> present(actions, id));
  }

  /// The actions of these ids, in no order; ids the caller does not see are left out.
  public List<Action> findAll(Caller caller, Collection<ActionId> ids) {
    return viewing(caller, () -> actions.findAll(ids));
  }

  /// A page of actions, newest first.
  public Page<Action> list(Caller caller, ActionFilter filter, PageRequest page) {
    return viewing(caller, () -> actions.list(filter, page));
  }

  /// How many actions of each unfinished state the caller sees.
  public Map<ActionStatus, Long> countUnfinished(Caller caller) {
    return viewing(caller, actions::countUnfinished);
  }

  /// What was decided about an action by whom, oldest first; for operators.
  public List<ActionEvent> events(Caller caller, ActionId id) {
    return repairing(
        caller,
        () -> {
          present(actions, id);
          return actions.events(id);
        });
  }

  /// Every parking of an action, answered or not, oldest first.
  ///
  /// @throws ProblemException `not_found`
  public List<Parking> parkings(Caller caller, ActionId id) {
    return viewing(
        caller,
        () -> {
          present(actions, id);
          return actions.parkings(id);
        });
  }

  /// The commands this caller may give now, in the order of the contract.
  public List<String> allowedCommands(Caller caller, Action action) {
    return AllowedCommands.of(caller, action);
  }

  /// Whether this caller could abort an action now, were its server not protected.
  public boolean isAbortHeldBack(Caller caller, Action action) {
    return AllowedCommands.isAbortHeldBack(caller, action);
  }

  private Action await(Caller caller, ActionId id, Duration longest, Predicate<Action> isEnough) {
    try (var bell = feed.listen(id)) {
      return bell.await(longest, find(caller, id), () -> find(caller, id), isEnough);
    }
  }

  /// Tells of every change the caller may see, until closed. Called on a thread that must not wait:
  /// hand the work over. Losing one loses nothing: `missedSome` says when to read again.
  public ActionChanges.Subscription subscribe(Caller caller, ActionChanges.Listener listener) {
    caller.require(Permission.ACTIONS_VIEW);
    return feed.subscribe(caller, listener);
  }

  /// Gives an action a command and returns the action after it; one that was obeyed before under
  /// the same id, as it stands.
  ///
  /// @param updateId the request's idempotency key: the same id twice is one command
  /// @throws ProblemException `command_not_allowed` with those allowed, `protected`,
  ///   `invalid_input`, `not_found`
  /// @throws dev.slipway.workflows.action.EngineUnavailableException when the engine is away and
  ///   the command needs it; nothing was decided
  public Action command(Caller caller, ActionId id, CommandRequest request, String updateId) {
    return command(caller, id, request, new Sending(updateId));
  }

  /// `undo` and what is no command are for everybody: the check says why they do not fit.
  private Action command(Caller caller, ActionId id, CommandRequest request, Sending sending) {
    Action action = find(caller, id);
    Optional<CommandKind> kind = CommandKind.ofCode(request.command());
    if (kind.filter(CommandKind.ABORT::equals).isPresent()) {
      return decisions.abort(caller, action, request, sending);
    }
    kind.ifPresent(repair -> caller.require(Permission.ACTIONS_REPAIR));
    return decisions.repair(caller, action, request, sending)
        ? await(caller, id, SHOWN_WITHIN, after -> after.version() != action.version())
        : action;
  }

  /// Asks for an abort, whatever state the action is in; asking again changes nothing.
  ///
  /// @param receipt runs in the transaction that writes the wish
  /// @return the action after it; empty when it ended meanwhile, and not by an abort
  /// @throws ProblemException `protected` when its server is
  public Optional<Action> abort(
      Caller caller, ActionId id, String reason, String updateId, Consumer<Action> receipt) {
    caller.require(Permission.SERVERS_MANAGE);
    var wish = new AbortWish(id, reason, null, false);
    return decisions.takeBack(caller, wish, new Sending(updateId), receipt);
  }

  /// Gives each of several actions its command, in their order.
  public List<CommandResult> commandAll(
      Caller caller, SequencedMap<ActionId, CommandRequest> requests, String updateId) {
    caller.require(Permission.ACTIONS_REPAIR);
    var sending = new Sending(updateId);
    return requests.sequencedEntrySet().stream()
        .map(each -> commandOne(caller, each.getKey(), each.getValue(), sending))
        .toList();
  }

  private CommandResult commandOne(
      Caller caller, ActionId id, CommandRequest request, Sending sending) {
    try {
      command(caller, id, request, sending);
      return new CommandResult(id, null);
    } catch (RuntimeException refused) {
      ProblemException problem = ProblemException.of(refused);
      if (problem.type() == ProblemType.INTERNAL_ERROR) {
        LOG.error("Command to one of several failed action={}", id.value(), refused);
      }
      return new CommandResult(id, problem);
    }
  }

  /// Parked actions by cause, the oldest group first.
  public Page<AttentionGroup> attention(Caller caller, PageRequest page) {
    return attention(caller, null, page);
  }

  /// Parked actions that somebody or nobody looks after, by cause.
  ///
  /// @param assignee whose, empty for nobody, null for all
  public Page<AttentionGroup> attention(
      Caller caller, @Nullable String assignee, PageRequest page) {
    return repairing(caller, () -> actions.attention(assignee, page));
  }

  /// Says who looks after actions.
  ///
  /// @param assignee null for nobody
  /// @return how many were changed
  public int assign(Caller caller, Collection<ActionId> ids, @Nullable Assignee assignee) {
    return repairing(caller, () -> actions.assign(ids, assignee));
  }

  private <T> T viewing(Caller caller, Supplier<T> work) {
    caller.require(Permission.ACTIONS_VIEW);
    return transactions.reading(caller.scope(), work);
  }

  private <T> T repairing(Caller caller, Supplier<T> work) {
    caller.require(Permission.ACTIONS_REPAIR);
    return transactions.in(caller.scope(), work);
  }
}
