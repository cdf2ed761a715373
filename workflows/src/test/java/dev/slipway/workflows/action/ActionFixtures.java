package dev.slipway.workflows.action;

import dev.slipway.workflows.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
        false,
        "cor_1");
  }

  /// A step whose second attempt began then; the first one ended an hour before.
  public static ActionStep aRunningStep(Instant began, Duration usual) {
    Instant before = began.minus(Duration.ofHours(1));
    return aStep(
        StepStatus.RUNNING,
        null,
        usual,
        List.of(
            new Attempt(
                1, Phase.FORWARD, AttemptStatus.FAILED, before, before, "capacity", "no room"),
            new Attempt(2, Phase.FORWARD, AttemptStatus.RUNNING, began, null, null, null)));
  }

  /// A step with these attempts: `lost`, `undone`, or the code of a failure.
  public static ActionStep aTriedStep(StepStatus status, String... ends) {
    List<Attempt> attempts = new ArrayList<>();
    for (String end : ends) {
      attempts.add(attempt(attempts.size() + 1, end));
    }
    return aStep(status, null, Duration.ZERO, attempts);
  }

  private static Attempt attempt(int number, String end) {
    return switch (end) {
      case "lost" -> new Attempt(number, Phase.FORWARD, AttemptStatus.LOST, NOON, NOON, null, null);
      case "undone" -> new Attempt(number, Phase.UNDO, AttemptStatus.OK, NOON, NOON, null, null);
      default -> new Attempt(number, Phase.FORWARD, AttemptStatus.FAILED, NOON, NOON, end, "no");
    };
  }

  /// A step that usually takes so long.
  public static ActionStep aStep(StepStatus status, @Nullable Integer progress, Duration usual) {
    return aStep(status, progress, usual, List.of());
  }

  private static ActionStep aStep(
      StepStatus status, @Nullable Integer progress, Duration usual, List<Attempt> attempts) {
    return new ActionStep(
        "create-machine",
        "Create the machine",
        0,
        status,
        progress,
        1,
        attempts,
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
