package dev.slipway.ui.attention;

import dev.slipway.api.action.ActionService;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.action.ActionRows;
import dev.slipway.workflows.page.PageRequest;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Reads what waits for a person.
@Singleton
class AttentionReader {
  private static final PageRequest ALL = new PageRequest(1, PageRequest.MAX_PER_PAGE);

  private final ActionService actions;
  private final ActionRows rows;

  AttentionReader(ActionService actions, ActionRows rows) {
    this.actions = actions;
    this.rows = rows;
  }

  AttentionListing read(Caller caller, Instant now) {
    var causes =
        actions.attention(caller, ALL).items().stream()
            .map(group -> new Cause(group, rows.of(caller, group.actions())))
            .toList();
    return new AttentionListing(causes, actions.countUnfinished(caller), now);
  }
}
