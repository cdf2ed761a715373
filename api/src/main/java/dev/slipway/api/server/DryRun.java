package dev.slipway.api.server;

import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.catalog.Price;
import dev.slipway.workflows.step.PlannedStep;
import java.util.ArrayList;
import java.util.List;

/// What an order would do, cost and use, and what stands in its way.
///
/// @param blockers why it would be refused, or park; none means that it would be accepted and that
///   nothing is known to be in its way
public record DryRun(
    ActionType type, List<PlannedStep> steps, Price price, Quota quota, List<Blocker> blockers) {

  public DryRun {
    steps = List.copyOf(steps);
    blockers = List.copyOf(blockers);
  }

  /// The same with one more in its way.
  DryRun blockedBy(Blocker blocker) {
    List<Blocker> more = new ArrayList<>(blockers);
    more.add(blocker);
    return new DryRun(type, steps, price, quota, more);
  }

  /// Servers of the tenant.
  ///
  /// @param limit how many it may have
  /// @param used how many it has
  /// @param after how many it would have
  public record Quota(long limit, long used, long after) {}

  /// What is in the way.
  ///
  /// @param code of the refusal to come, a [dev.slipway.api.http.ProblemType]; or `capacity`, the
  ///   cause for which the order would park
  public record Blocker(String code, String detail) {}
}
