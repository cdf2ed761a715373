package dev.slipway.ui.attention;

import dev.slipway.ui.action.InputOptions;
import dev.slipway.workflows.action.ActionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Everything that waits for a person, by cause, at one moment.
///
/// @param kept the causes as each keeper has them
/// @param unfinished how many actions of each unfinished state there are
/// @param options what edited inputs can be chosen from
record AttentionListing(
    List<Cause> causes,
    Map<Keeper, List<Cause>> kept,
    Map<ActionStatus, Long> unfinished,
    InputOptions options,
    Instant readAt) {

  /// What a query leaves of it.
  AttentionListing narrowed(AttentionQuery query) {
    var left =
        kept.getOrDefault(query.keeper(), List.of()).stream()
            .filter(cause -> query.cause() == null || cause.group().cause() == query.cause())
            .toList();
    return new AttentionListing(left, kept, unfinished, options, readAt);
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
