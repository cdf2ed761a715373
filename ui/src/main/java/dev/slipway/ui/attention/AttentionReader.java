package dev.slipway.ui.attention;

import dev.slipway.api.action.ActionService;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.action.ActionRows;
import dev.slipway.ui.action.InputOptionsReader;
import dev.slipway.workflows.page.PageRequest;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Reads what waits for a person.
@Singleton
class AttentionReader {
  private static final PageRequest ALL = new PageRequest(1, PageRequest.MAX_PER_PAGE);

  private final ActionService actions;
  private final ActionRows rows;
  private final InputOptionsReader options;

  AttentionReader(ActionService actions, ActionRows rows, InputOptionsReader options) {
    this.actions = actions;
    this.rows = rows;
    this.options = options;
  }

  AttentionListing read(Caller caller, Instant now) {
    var causes =
        actions.attention(caller, ALL).items().stream()
            .map(group -> new Cause(group, rows.of(caller, group.actions())))
            .toList();
    return new AttentionListing(causes, actions.countUnfinished(caller), options.read(caller), now);
  }
}
