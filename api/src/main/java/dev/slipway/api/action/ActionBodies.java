package dev.slipway.api.action;

import dev.slipway.api.action.ActionParts.AttemptBody;
import dev.slipway.api.action.ActionParts.AttemptErrorBody;
import dev.slipway.api.action.ActionParts.EstimateBody;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionStep;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shows an action to a caller: two schemas, so that an operator's fields cannot slip to a tenant.
@Singleton
public class ActionBodies {

  private final JsonMapper json;
  private final Clock clock;

  ActionBodies(JsonMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /// The action as this caller may see it.
  public Object of(Caller caller, Action action) {
    List<String> commands = AllowedCommands.of(caller, action);
    EstimateBody eta = EstimateBody.of(action.eta(clock.instant()));
    if (!caller.isOperator()) {
      return TenantAction.of(action, eta, commands);
    }
    List<OperatorAction.Step> steps =
        action.steps().stream()
            .map(step -> OperatorAction.Step.of(action.type(), step, tree(step.inputs())))
            .toList();
    return OperatorAction.of(action, eta, steps, commands);
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
      return snakeCased(json.readValue(text, Argument.OBJECT_ARGUMENT));
    } catch (IOException unreadable) {
      return text;
    }
  }

  private static @Nullable Object snakeCased(@Nullable Object value) {
    if (value instanceof Map<?, ?> fields) {
      var named = new LinkedHashMap<String, @Nullable Object>();
      fields.forEach((name, field) -> named.put(word(String.valueOf(name)), snakeCased(field)));
      return named;
    }
    if (value instanceof List<?> items) {
      var each = new ArrayList<@Nullable Object>();
      items.forEach(item -> each.add(snakeCased(item)));
      return each;
    }
    return value;
  }

  private static String word(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
