package dev.slipway.api.action;

import dev.slipway.api.http.FieldErrors;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionEngine;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.Actions;
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
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries commands to their actions: what the tables can refuse is refused here, the rest by the
/// workflow.
@Singleton
class Decisions {

  private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

  private final Transactions transactions;
  private final Actions actions;
  private final ActionEngine engine;
  private final Inputs inputs;

  Decisions(Transactions transactions, Actions actions, ActionEngine engine, Inputs inputs) {
    this.transactions = transactions;
    this.actions = actions;
    this.engine = engine;
    this.inputs = inputs;
  }

  /// Gives an action a command that is neither `abort` nor out of place.
  void repair(Caller caller, Action action, CommandRequest request, String updateId) {
    CommandKind kind = check(caller, action, request);
    Parking parking = Objects.requireNonNull(action.parking(), "a parked action has a parking");
    StepCommand bound = request.answering(action.id(), parking, caller.user());
    orRefuse(caller, action.id(), () -> send(caller, action, kind, bound, updateId));
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
      Caller caller, Action action, CommandKind kind, StepCommand command, String updateId) {
    Parking parking = Objects.requireNonNull(action.parking());
    if (parking.cause() == ParkCause.ENGINE_CLOSED) {
      reopen(caller, action.id(), command);
    } else {
      engine.command(action.id(), kind, command, updateId);
    }
  }

  private void reopen(Caller caller, ActionId id, StepCommand retry) {
    boolean isReopened = transactions.in(caller.scope(), () -> actions.reopen(id, retry));
    if (!isReopened) {
      throw new CommandRefusedException(
          "parking " + retry.parking() + " is not the present one any more");
    }
    restart(id, retry);
  }

  /// Once the decision is written it holds: when the engine does not answer, a sweep starts it.
  private void restart(ActionId id, StepCommand command) {
    try {
      engine.restart(id, command);
    } catch (EngineUnavailableException away) {
      LOG.warn("A decision was stored, its action starts again later action_id={}", id, away);
    }
  }

  /// Checks a command against what the tables show.
  ///
  /// @throws ProblemException `invalid_input` or `command_not_allowed`
  CommandKind check(Caller caller, Action action, CommandRequest request) {
    List<String> allowed = AllowedCommands.of(caller, action);
    if (request.command().equals("undo")) {
      throw ProblemException.commandNotAllowed("There is nothing to take back.", allowed);
    }
    CommandKind kind =
        CommandKind.ofCode(request.command())
            .orElseThrow(() ->
                ProblemException.invalid(
                    "/command", "unknown", "There is no command " + request.command() + "."));
    checkFields(kind, request);
    if (!allowed.contains(kind.code())) {
      throw ProblemException.commandNotAllowed(
          action.status().isFinal()
              ? "It has ended meanwhile: there is nothing left to decide."
              : "The action is "
                  + action.status().code()
                  + "; "
                  + kind.code()
                  + " does not fit now.",
          allowed);
    }
    checkParking(action, request, allowed);
    inputs.check(caller, action, request);
    return kind;
  }

  private static void checkFields(CommandKind kind, CommandRequest request) {
    var errors = new FieldErrors();
    String reason = request.reason();
    if (kind.needsReason() && (reason == null || reason.isBlank())) {
      errors.add("/reason", "required", "Say why: " + kind.code() + " needs a reason.");
    }
    if (reason != null && reason.length() > 1_000) {
      errors.add("/reason", "too_long", "A reason has at most 1000 characters.");
    }
    if (kind == CommandKind.RETRY_WITH
        && (request.inputs() == null || request.inputs().isEmpty())) {
      errors.add("/inputs", "required", "Name the inputs to change.");
    }
    if (kind == CommandKind.ADOPT
        && (request.externalId() == null || request.externalId().isBlank())) {
      errors.add("/external_id", "required", "Name what to adopt.");
    }
    errors.throwIfAny();
  }

  private static void checkParking(Action action, CommandRequest request, List<String> allowed) {
    Parking present = action.parking();
    if (request.parking() != null && (present == null || present.number() != request.parking())) {
      throw ProblemException.commandNotAllowed(
          "Parking " + request.parking() + " is not the present one.", allowed);
    }
    if (request.step() != null && present != null && !present.step().equals(request.step())) {
      throw ProblemException.commandNotAllowed(
          "The parked step is " + present.step() + ".", allowed);
    }
  }

  /// Aborts as somebody decided. An operator, or who names a parking, answers it, and competes with
  /// others who do: the workflow says who was first, or the row where the workflow is lost. Where
  /// the engine is away, a sweep tells the workflow what the row says. A tenant's wish holds
  /// whatever others decide.
  Action abort(Caller caller, Action action, CommandRequest request, String updateId) {
    check(caller, action, request);
    ActionId id = action.id();
    String reason = String.valueOf(request.reason());
    boolean isAnswer = request.parking() != null || caller.may(Permission.ACTIONS_REPAIR);
    Parking parking = isAnswer ? action.parking() : null;
    if (parking != null && !parking.cause().isOfEngine()) {
      answer(caller, id, request.answering(id, parking, caller.user()), updateId);
      return follow(caller, write(caller, new AbortWish(id, reason, null), after -> {}));
    }
    Integer ofRow = parking == null ? null : parking.number();
    return abort(caller, new AbortWish(id, reason, ofRow), updateId, after -> {});
  }

  private void answer(Caller caller, ActionId id, StepCommand abort, String updateId) {
    try {
      orRefuse(caller, id, () -> engine.command(id, CommandKind.ABORT, abort, updateId));
    } catch (EngineUnavailableException away) {
      LOG.info("An abort is stored before its workflow hears of it action_id={}", id);
    }
  }

  /// Asks for an abort, then tells the workflow. Once the wish is written it holds: when the engine
  /// does not answer, a sweep tells it later.
  ///
  /// @param receipt runs in the transaction that writes the wish
  Action abort(Caller caller, AbortWish wish, String updateId, Consumer<Action> receipt) {
    Written written = write(caller, wish, receipt);
    if (written.asked() == Actions.AbortRequest.REQUESTED) {
      tell(wish.action(), written.command(), updateId);
    }
    return follow(caller, written);
  }

  private Written write(Caller caller, AbortWish wish, Consumer<Action> receipt) {
    ActionId id = wish.action();
    String actor = caller.user().value();
    return transactions.in(
        caller.scope(),
        () -> {
          var asked = actions.requestAbort(id, actor, wish.reason(), wish.parking());
          Action after = ActionService.present(actions, id);
          receipt.accept(after);
          return new Written(wish, actor, asked, after);
        });
  }

  /// What a wish brings about besides what its workflow hears.
  private Action follow(Caller caller, Written written) {
    AbortWish wish = written.wish();
    switch (written.asked()) {
      case REOPENED -> restart(wish.action(), written.command());
      case ANSWERED ->
          throw ProblemException.commandNotAllowed(
              "Parking " + wish.parking() + " is not the present one.", now(caller, wish.action()));
      case REQUESTED, ABORTED, REPEATED, TOO_LATE -> {}
    }
    return written.after();
  }

  private record Written(AbortWish wish, String actor, Actions.AbortRequest asked, Action after) {

    StepCommand command() {
      String action = wish.action().value();
      return new StepCommand(action, null, null, null, null, wish.reason(), actor);
    }
  }

  private void tell(ActionId id, StepCommand command, String updateId) {
    try {
      engine.command(id, CommandKind.ABORT, command, updateId);
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
