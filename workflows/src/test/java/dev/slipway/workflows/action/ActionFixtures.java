package dev.slipway.workflows.action;

import dev.slipway.workflows.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Actions and their steps for tests.
public final class ActionFixtures {

  /// When everything in them happened.
  public static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private ActionFixtures() {}

  /// An action of these steps.
  public static Action anAction(ActionStatus status, ActionStep... steps) {
    return new Action(
        new ActionId("act_1"),
        new TenantId("ten_1"),
        ActionType.CREATE_SERVER,
        status,
        Phase.FORWARD,
        1,
        new Resource("server", "srv_1"),
        new Requester("usr_1", "user"),
        null,
        NOON,
        NOON,
        null,
        null,
        null,
        List.of(steps),
        List.of(),
        null,
        null,
        false,
        "cor_1");
  }

  /// A step that usually takes so long.
  public static ActionStep aStep(StepStatus status, @Nullable Integer progress, Duration usual) {
    return new ActionStep(
        "create-machine",
        "Create the machine",
        0,
        status,
        progress,
        1,
        List.of(),
        null,
        null,
        null,
        new Estimate(usual, usual.multipliedBy(2)),
        null,
        null,
        null,
        null);
  }
}
