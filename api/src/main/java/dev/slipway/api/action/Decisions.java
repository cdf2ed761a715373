package dev.slipway.api.action;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionEngine;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.Actions.AbortRequest;
import dev.slipway.workflows.action.EngineUnavailableException;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.CommandRefusedException;
import dev.slipway.workflows.step.StepCommand;
import dev.slipway.workflows.tenant.Permission;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries commands to their actions: what the tables can refuse is refused here, the rest by the
/// workflow.
@Singleton
class Decisions {

  private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

  /// What a command is refused with that does not fit any more.
  private static final Set<ProblemType> OUT_OF_PLACE =
      Set.of(ProblemType.COMMAND_NOT_ALLOWED, ProblemType.PROTECTED);

  private final Transactions transactions;
  private final Actions actions;
  private final ActionEngine engine;
  private final CommandChecks checks;

  Decisions(Transactions transactions, Actions actions, ActionEngine engine, CommandChecks checks) {
    this.transactions = transactions;
    this.actions = actions;
    this.engine = engine;
    this.checks = checks;
  }

  /// Gives an action a command other than `abort`.
  ///
  /// @return false when this very command was obeyed before; then nothing was done
  boolean repair(Caller caller, Action action, CommandRequest request, Sending sending) {
    Optional<CommandKind> kind = fitting(caller, action, request, sending);
    kind.ifPresent(fits -> {
      Parking parking = Objects.requireNonNull(action.parking(), "a parked action has a parking");
      StepCommand bound = request.answering(action.id(), parking, caller.user());
      orRefuse(caller, action.id(), () -> send(caller, action, fits, bound, sending));
    });
    return kind.isPresent();
  }

  /// The kind of a command that fits, empty for one that was obeyed before: the answer to its first
  /// sending was lost, and what it changed makes it look out of place.
  private Optional<CommandKind> fitting(
      Caller caller, Action action, CommandRequest request, Sending sending) {
    ActionId id = action.id();
    if (transactions.reading(caller.scope(), () -> actions.remembers(id, sending.updateId()))) {
      return Optional.empty();
    }
    try {
      return Optional.of(checks.check(caller, action, request));
    } catch (ProblemException refused) {
      if (OUT_OF_PLACE.contains(refused.type()) && isKnownToEngine(id, sending)) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private boolean isKnownToEngine(ActionId id, Sending sending) {
    try {
      return !sending.isSilent() && engine.hasObeyed(id, sending.updateId());
    } catch (EngineUnavailableException away) {
      LOG.info("Temporal does not tell whether a command was obeyed before action_id={}", id);
      return false;
    }
  }

  private void orRefuse(Caller caller, ActionId id, Runnable decision) {
    try {
      decision.run();
    } catch (CommandRefusedException refused) {
      throw ProblemException.commandNotAllowed(
          "Refused, because " + refused.getMessage() + ".", now(caller, id));
    }
  }

  private void send(
      Caller caller, Action action, CommandKind kind, StepCommand command, Sending sending) {
    Parking parking = Objects.requireNonNull(action.parking());
    if (parking.cause() == ParkCause.ENGINE_CLOSED) {
      reopen(caller, action.id(), command, sending);
    } else {
      sending.run(() -> engine.command(action.id(), kind, command, sending.updateId()));
    }
  }

  private void reopen(Caller caller, ActionId id, StepCommand retry, Sending sending) {
    boolean isReopened =
        transactions.in(
            caller.scope(),
            () -> {
              boolean isFirst = actions.reopen(id, retry);
              if (isFirst) {
                actions.remember(id, sending.updateId());
              }
              return isFirst;
            });
    if (!isReopened) {
      throw new CommandRefusedException(
          "parking " + retry.parking() + " is not the present one any more");
    }
    restart(id, retry, sending);
  }

  /// Once the decision is written it holds: when the engine does not answer, a sweep starts it.
  private void restart(ActionId id, StepCommand command, Sending sending) {
    try {
      sending.run(() -> engine.restart(id, command));
    } catch (EngineUnavailableException away) {
      LOG.warn("A decision was stored, its action starts again later action_id={}", id, away);
    }
  }

  /// Aborts as somebody decided. An operator, or who names a parking, answers it, and competes with
  /// others who do: the workflow says who was first, or the row where the workflow is lost. Where
  /// the engine is away, a sweep tells the workflow what the row says. A tenant's wish holds
  /// whatever others decide.
  ///
  /// @return the action after it, or as it stands when this very command was obeyed before
  Action abort(Caller caller, Action action, CommandRequest request, Sending sending) {
    if (fitting(caller, action, request, sending).isEmpty()) {
      return action;
    }
    ActionId id = action.id();
    String reason = String.valueOf(request.reason());
    boolean isAnswer = request.parking() != null || caller.may(Permission.ACTIONS_REPAIR);
    Parking parking = isAnswer ? action.parking() : null;
    if (parking != null && !parking.cause().isOfEngine()) {
      StepCommand answer = request.answering(id, parking, caller.user());
      boolean isObeyed = isObeyed(caller, id, answer, sending);
      return written(caller, new AbortWish(id, reason, null, isObeyed), sending);
    }
    Integer ofRow = parking == null ? null : parking.number();
    return written(caller, new AbortWish(id, reason, ofRow, false), sending);
  }

  /// Whoever protects the server while its workflow answers comes after the abort.
  private boolean isObeyed(Caller caller, ActionId id, StepCommand abort, Sending sending) {
    try {
      orRefuse(
          caller,
          id,
          () ->
              sending.run(() -> engine.command(id, CommandKind.ABORT, abort, sending.updateId())));
      return true;
    } catch (EngineUnavailableException away) {
      // the wish is stored all the same, and its telling says that nobody answers
      return false;
    }
  }

  private Action written(Caller caller, AbortWish wish, Sending sending) {
    Written written = write(caller, wish, sending, after -> {});
    if (written.asked() == AbortRequest.TOO_LATE && !wish.isObeyed()) {
      throw ProblemException.commandNotAllowed(CommandChecks.ENDED, List.of());
    }
    return follow(caller, written, sending);
  }

  /// Asks for an abort, then tells the workflow. Once the wish is written it holds: when the engine
  /// does not answer, a sweep tells it later.
  ///
  /// @param receipt runs in the transaction that writes the wish
  /// @return the action after it, or as it was aborted before; empty when it ended otherwise
  Optional<Action> takeBack(
      Caller caller, AbortWish wish, Sending sending, Consumer<Action> receipt) {
    Written written = write(caller, wish, sending, receipt);
    return written.isTakenBack() ? Optional.of(follow(caller, written, sending)) : Optional.empty();
  }

  private Written write(Caller caller, AbortWish wish, Sending sending, Consumer<Action> receipt) {
    ActionId id = wish.action();
    String actor = caller.user().value();
    return transactions.in(
        caller.scope(),
        () -> {
          var asked = actions.requestAbort(id, actor, wish.reason(), wish.parking());
          Written written = new Written(wish, actor, asked, ActionService.present(actions, id));
          if (written.isNew() && !wish.isObeyed() && actions.isProtected(id)) {
            // takes back with the transaction what was just written
            throw new ProblemException(ProblemType.PROTECTED);
          }
          if (written.isWritten()) {
            actions.remember(id, sending.updateId());
          }
          if (written.isTakenBack()) {
            receipt.accept(written.after());
          }
          return written;
        });
  }

  /// What a wish brings about besides what the row says. A workflow that obeys already is told
  /// nothing.
  private Action follow(Caller caller, Written written, Sending sending) {
    AbortWish wish = written.wish();
    switch (written.asked()) {
      case REQUESTED -> tell(written, sending);
      case REOPENED -> restart(wish.action(), written.command(), sending);
      case ANSWERED ->
          throw ProblemException.commandNotAllowed(
              "Parking " + wish.parking() + " is not the present one.", now(caller, wish.action()));
      case ABORTED, REPEATED, TOO_LATE -> {}
    }
    return written.after();
  }

  private record Written(AbortWish wish, String actor, AbortRequest asked, Action after) {

    /// Whether the row says that an abort was asked for.
    boolean isWritten() {
      return isNew() || asked == AbortRequest.REPEATED;
    }

    /// Whether it is being taken back, or was.
    boolean isTakenBack() {
      return isWritten() || after.status() == ActionStatus.ABORTED;
    }

    boolean isNew() {
      return switch (asked) {
        case ABORTED, REQUESTED, REOPENED -> true;
        case REPEATED, ANSWERED, TOO_LATE -> false;
      };
    }

    StepCommand command() {
      String action = wish.action().value();
      return new StepCommand(action, null, null, null, null, wish.reason(), actor);
    }
  }

  private void tell(Written written, Sending sending) {
    ActionId id = written.wish().action();
    if (written.wish().isObeyed()) {
      return;
    }
    try {
      sending.run(() -> engine.tell(id, written.command(), sending.updateId()));
    } catch (EngineUnavailableException away) {
      LOG.warn("Abort was stored and will be sent later action_id={}", id, away);
    } catch (CommandRefusedException late) {
      LOG.info("Abort came too late action_id={} reason={}", id, late.getMessage());
    }
  }

  private List<String> now(Caller caller, ActionId id) {
    return transactions.in(
        caller.scope(), () -> AllowedCommands.of(caller, ActionService.present(actions, id)));
  }
}
