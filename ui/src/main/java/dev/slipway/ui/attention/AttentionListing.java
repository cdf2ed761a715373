package dev.slipway.ui.attention;

import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Everything that waits for a person, by cause, at one moment.
///
/// @param unfinished how many actions of each unfinished state there are
record AttentionListing(List<Cause> causes, Map<ActionStatus, Long> unfinished, Instant readAt) {

  long count() {
    return causes.stream().mapToLong(cause -> cause.group().count()).sum();
  }

  Set<ActionId> ids() {
    return causes.stream()
        .flatMap(cause -> cause.rows().stream())
        .map(row -> row.action().id())
        .collect(Collectors.toSet());
  }
}
