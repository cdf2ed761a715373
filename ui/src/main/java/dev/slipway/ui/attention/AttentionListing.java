package dev.slipway.ui.attention;

import dev.slipway.ui.action.InputOptions;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Everything that waits for a person, by cause, at one moment.
///
/// @param unfinished how many actions of each unfinished state there are
/// @param options what edited inputs can be chosen from
record AttentionListing(
    List<Cause> causes, Map<ActionStatus, Long> unfinished, InputOptions options, Instant readAt) {

  /// What a query leaves of it.
  ///
  /// @param me the name of who looks at the page
  AttentionListing narrowed(AttentionQuery query, UserId me) {
    var left =
        causes.stream()
            .filter(cause -> query.cause() == null || cause.group().cause() == query.cause())
            .map(cause -> cause.keptBy(query.keeper(), me))
            .filter(cause -> cause.group().count() > 0)
            .toList();
    return new AttentionListing(left, unfinished, options, readAt);
  }

  long count() {
    return causes.stream().mapToLong(cause -> cause.group().count()).sum();
  }

  /// What can be chosen.
  Set<Choice> choices() {
    return causes.stream()
        .flatMap(cause -> cause.rows().stream())
        .map(row -> Choice.of(row.action()))
        .collect(Collectors.toSet());
  }
}
