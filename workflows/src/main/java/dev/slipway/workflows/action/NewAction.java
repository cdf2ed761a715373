package dev.slipway.workflows.action;

import dev.slipway.workflows.step.PlannedStep;
import dev.slipway.workflows.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An action as it is first stored, with its previewed steps and its place in the lane.
///
/// @param order the record the plan works on
/// @param notBefore when it may start, null for at once
public record NewAction(
    ActionId id,
    TenantId tenantId,
    ActionType type,
    Resource resource,
    Requester requestedBy,
    Object order,
    List<PlannedStep> steps,
    @Nullable Instant notBefore,
    Instant createdAt,
    String correlationId) {

  /// @throws IllegalArgumentException when there is no step
  public NewAction {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("An action of type " + type.code() + " has no steps");
    }
  }
}
