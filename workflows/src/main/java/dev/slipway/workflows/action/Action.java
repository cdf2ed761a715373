package dev.slipway.workflows.action;

import dev.slipway.workflows.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something somebody asked for, as the tables show it: the projection of its workflow.
///
/// @param version rises with every change
/// @param waitingOn set while queued or waiting
/// @param parking set while parked
/// @param error the last failure, for operators
/// @param abortRequested whether somebody asked for abort already
/// @param isProtected whether the server that it builds is protected: it is not aborted then
public record Action(
    ActionId id,
    TenantId tenantId,
    ActionType type,
    ActionStatus status,
    Phase phase,
    long version,
    Resource resource,
    Requester requestedBy,
    @Nullable Instant notBefore,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable WaitingOn waitingOn,
    @Nullable Parking parking,
    List<ActionStep> steps,
    List<Residual> residual,
    @Nullable ActionError error,
    @Nullable Assignee assignee,
    boolean abortRequested,
    boolean isProtected,
    String correlationId) {

  public Action {
    steps = List.copyOf(steps);
    residual = List.copyOf(residual);
  }

  /// How much is done, 0 to 100, each step weighted by its usual time.
  public int progress() {
    if (status == ActionStatus.SUCCEEDED) {
      return 100;
    }
    long total = steps.stream().mapToLong(Action::weight).sum();
    long done = steps.stream().mapToLong(Action::finishedWeight).sum();
    return total == 0 ? 0 : (int) Math.min(99, done / total);
  }

  /// What is left, usually, and never less than nothing; zero when final. A step that takes longer
  /// than usual makes it grow.
  public Estimate eta(Instant now) {
    if (status.isFinal()) {
      return new Estimate(Duration.ZERO, Duration.ZERO);
    }
    return steps.stream()
        .filter(step -> !step.status().isDone())
        .map(step -> step.left(now))
        .reduce(new Estimate(Duration.ZERO, Duration.ZERO), Estimate::plus);
  }

  private static long weight(ActionStep step) {
    return Math.max(1, step.estimate().p50().toMillis());
  }

  private static long finishedWeight(ActionStep step) {
    if (step.status().isDone()) {
      return weight(step) * 100;
    }
    Integer progress = step.progress();
    return progress == null ? 0 : weight(step) * progress;
  }
}
