package dev.slipway.api.server;

import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.catalog.Price;
import dev.slipway.workflows.step.PlannedStep;
import java.util.List;

/// What an order would do, cost and use, and what stands in its way.
///
/// @param blockers why it would be refused; none means that it would be accepted
public record DryRun(
    ActionType type, List<PlannedStep> steps, Price price, Quota quota, List<Blocker> blockers) {

  public DryRun {
    steps = List.copyOf(steps);
    blockers = List.copyOf(blockers);
  }

  /// Servers of the tenant.
  ///
  /// @param limit how many it may have
  /// @param used how many it has
  /// @param after how many it would have
  public record Quota(long limit, long used, long after) {}

  /// A refusal to come.
  ///
  /// @param code of a [dev.slipway.api.http.ProblemType]
  public record Blocker(String code, String detail) {}
}
