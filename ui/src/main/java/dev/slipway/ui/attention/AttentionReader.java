package dev.slipway.ui.attention;

import dev.slipway.api.action.ActionService;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.action.ActionRows;
import dev.slipway.ui.action.InputOptionsReader;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.tenant.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /// @param me who looks at the page
  AttentionListing read(Caller caller, UserId me, Instant now) {
    var causes = causes(caller, null);
    boolean areWhole = causes.stream().allMatch(Cause::isWhole);
    Map<Keeper, List<Cause>> kept = new EnumMap<>(Keeper.class);
    for (Keeper keeper : Keeper.values()) {
      kept.put(keeper, areWhole ? keeper.of(causes, me) : causes(caller, keeper.assignee(me)));
    }
    return new AttentionListing(
        causes, kept, actions.countUnfinished(caller), options.read(caller), now);
  }

  private List<Cause> causes(Caller caller, @Nullable String assignee) {
    return actions.attention(caller, assignee, ALL).items().stream()
        .map(group -> new Cause(group, rows.of(caller, group.actions())))
        .toList();
  }
}
