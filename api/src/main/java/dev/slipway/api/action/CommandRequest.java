package dev.slipway.api.action;

import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.step.StepCommand;
import dev.slipway.workflows.tenant.UserId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A command as a caller gives it.
///
/// @param command `retry`, `retry_with`, `adopt`, `skip`, `abort` or `undo`
/// @param parking the parking it answers; without it the present one
/// @param step the parked step; without it the present one
/// @param inputs the changed fields of `retry_with`
/// @param externalId what `adopt` takes
/// @param reason why, needed for `adopt`, `skip` and `abort`
public record CommandRequest(
    String command,
    @Nullable Integer parking,
    @Nullable String step,
    @Nullable Map<String, Object> inputs,
    @Nullable String externalId,
    @Nullable String reason) {

  /// A command with nothing but a reason.
  public static CommandRequest of(String command, @Nullable String reason) {
    return new CommandRequest(command, null, null, null, null, reason);
  }

  /// The same as an answer to the parking that an action was shown in.
  public CommandRequest answeringShown(Action shown) {
    Parking seen = shown.parking();
    return seen == null
        ? this
        : new CommandRequest(command, seen.number(), step, inputs, externalId, reason);
  }

  /// The command as an action takes it, bound to the parking it answers.
  StepCommand answering(ActionId action, Parking present, UserId actor) {
    return new StepCommand(
        action.value(), present.number(), step, inputs, externalId, reason, actor.value());
  }
}
