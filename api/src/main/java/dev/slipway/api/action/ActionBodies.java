package dev.slipway.api.action;

import dev.slipway.api.action.ActionParts.AttemptBody;
import dev.slipway.api.action.ActionParts.AttemptErrorBody;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionStep;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows an action to a caller: two schemas, so that an operator's fields cannot slip to a tenant.
@Singleton
public class ActionBodies {

  private final JsonMapper json;

  ActionBodies(JsonMapper json) {
    this.json = json;
  }

  /// The action as this caller may see it.
  public Object of(Caller caller, Action action) {
    List<String> commands = AllowedCommands.of(caller, action);
    if (!caller.isOperator()) {
      return TenantAction.of(action, commands);
    }
    List<OperatorAction.Step> steps =
        action.steps().stream()
            .map(step -> OperatorAction.Step.of(action.type(), step, tree(step.inputs())))
            .toList();
    return OperatorAction.of(action, steps, commands);
  }

  /// The action as this caller may see it, wrapped.
  public ActionBody wrapped(Caller caller, Action action) {
    return new ActionBody(of(caller, action));
  }

  /// The wrapped action as the text of an event.
  String text(Caller caller, Action action) {
    try {
      return json.writeValueAsString(wrapped(caller, action));
    } catch (IOException broken) {
      throw new UncheckedIOException("writing an event", broken);
    }
  }

  static List<AttemptBody> attempts(ActionStep step, boolean isOperator) {
    return step.attempts().stream()
        .map(attempt ->
            new AttemptBody(
                attempt.number(),
                attempt.phase().code(),
                attempt.status().code(),
                attempt.startedAt(),
                attempt.finishedAt(),
                AttemptErrorBody.of(attempt.code(), attempt.message(), isOperator)))
        .toList();
  }

  private @Nullable Object tree(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return json.readValue(text, Argument.OBJECT_ARGUMENT);
    } catch (IOException unreadable) {
      return text;
    }
  }
}
