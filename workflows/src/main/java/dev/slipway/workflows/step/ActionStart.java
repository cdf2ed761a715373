package dev.slipway.workflows.step;

import org.jspecify.annotations.Nullable;

/// The argument of every action's workflow.
///
/// @param <O> the order
/// @param action the action's id, which is the workflow's
/// @param tenant the tenant's id, a search attribute
/// @param resource the resource's id, a search attribute
/// @param resume what earlier runs left, null on the first
/// @param runsBefore how many runs that tells of: one that comes between makes it out of date
public record ActionStart<O>(
    String action,
    String tenant,
    String resource,
    O order,
    @Nullable Resume resume,
    int runsBefore) {

  /// What an earlier run left; nothing on the first.
  Resume resumed() {
    return resume == null ? Resume.NOTHING : resume;
  }
}
