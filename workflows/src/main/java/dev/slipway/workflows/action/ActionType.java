package dev.slipway.workflows.action;

import dev.slipway.workflows.server.CreateServer;
import dev.slipway.workflows.server.ServerOrder;
import dev.slipway.workflows.server.ServerStatus;
import dev.slipway.workflows.step.Plan;
import dev.slipway.workflows.step.Step;
import java.util.Locale;
import java.util.Optional;

/// The kinds of actions: the name programs use, the workflow's type, and the plan that runs.
public enum ActionType {
  CREATE_SERVER(
      "Create", new CreateServer(), ServerOrder.class, ServerStatus.DESTROYED, ServerStatus.FAILED);

  private final String verb;

  @SuppressWarnings("ImmutableEnumChecker") // a plan is its code, it holds no state
  private final Plan<?> plan;

  private final Class<?> orderType;
  private final ServerStatus afterAbort;
  private final ServerStatus afterFailure;

  ActionType(
      String verb,
      Plan<?> plan,
      Class<?> orderType,
      ServerStatus afterAbort,
      ServerStatus afterFailure) {
    this.verb = verb;
    this.plan = plan;
    this.orderType = orderType;
    this.afterAbort = afterAbort;
    this.afterFailure = afterFailure;
  }

  /// The type of a word such as `create_server`.
  public static Optional<ActionType> ofCode(String code) {
    for (ActionType type : values()) {
      if (type.code().equals(code)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /// The word in JSON, SQL and URLs.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The workflow's type in Temporal.
  public String workflowType() {
    return plan.getClass().getSimpleName();
  }

  /// The word before the resource's name in titles.
  public String verb() {
    return verb;
  }

  /// The plan that runs.
  public Plan<?> plan() {
    return plan;
  }

  /// The record that the plan works on, as stored with the action.
  public Class<?> orderType() {
    return orderType;
  }

  /// The step of an id.
  ///
  /// @throws IllegalArgumentException when the plan has no such step
  public Step<?, ?, ?> step(String id) {
    return plan.steps().stream()
        .filter(step -> step.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(code() + " has no step " + id));
  }

  /// The server's state once such an action ended `aborted` or `failed`.
  public ServerStatus serverAfter(ActionStatus end) {
    return end == ActionStatus.FAILED ? afterFailure : afterAbort;
  }
}
