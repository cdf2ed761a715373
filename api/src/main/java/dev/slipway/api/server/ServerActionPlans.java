package dev.slipway.api.server;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.workflows.server.ServerActionKind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What this release can do with servers.
@Singleton
public class ServerActionPlans {

  private final List<ServerActionPlan> plans;

  ServerActionPlans(List<ServerActionPlan> plans) {
    this.plans = List.copyOf(plans);
  }

  /// The kinds on offer.
  public Set<ServerActionKind> offered() {
    return plans.stream().map(ServerActionPlan::kind).collect(Collectors.toUnmodifiableSet());
  }

  /// The plan of a kind.
  ///
  /// @throws ProblemException `unsupported_by_provider` when nobody offers one
  ServerActionPlan of(ServerActionKind kind) {
    return plans.stream()
        .filter(plan -> plan.kind() == kind)
        .findFirst()
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.UNSUPPORTED_BY_PROVIDER,
                "The action " + kind.code() + " is not offered yet. Nothing was changed."));
  }
}
