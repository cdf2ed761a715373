package dev.slipway.api.action;

import dev.slipway.api.http.FieldErrors;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.step.CommandKind;
import jakarta.inject.Singleton;
import java.util.List;

/// Checks commands against what the tables show. The workflow checks again: it alone knows.
@Singleton
class CommandChecks {

  /// Why nothing fits an action that is final.
  static final String ENDED = "It has ended meanwhile: there is nothing left to decide.";

  private final Inputs inputs;

  CommandChecks(Inputs inputs) {
    this.inputs = inputs;
  }

  /// The kind of a command that fits.
  ///
  /// @throws ProblemException `invalid_input`, `command_not_allowed`, or `protected` for an abort
  ///   that only the server's protection holds back
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
    if (kind == CommandKind.ABORT && AllowedCommands.isAbortHeldBack(caller, action)) {
      throw new ProblemException(ProblemType.PROTECTED);
    }
    if (!allowed.contains(kind.code())) {
      throw ProblemException.commandNotAllowed(
          action.status().isFinal()
              ? ENDED
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
}
