package dev.slipway.activities.action;

import dev.slipway.activities.storage.Row;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.AttentionGroup;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.page.PageRequest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A page of groups of parked actions that know only the ids of their actions.
record ParkedGroups(List<Group> groups, long total) {

  record Group(
      ParkCause cause,
      String provider,
      String step,
      long count,
      Instant oldest,
      @Nullable String assignee,
      List<String> actions,
      long total) {

    private AttentionGroup with(Map<String, Action> byId) {
      List<Action> known = actions.stream().map(byId::get).filter(Objects::nonNull).toList();
      return new AttentionGroup(cause, provider, step, count, oldest, assignee, known);
    }
  }

  static Group group(Row row) throws SQLException {
    return new Group(
        ActionRows.code(ParkCause.class, row.text("parking_cause")),
        row.text("provider"),
        row.text("parking_step"),
        row.large("n"),
        row.instant("oldest"),
        row.textOrNull("assignee"),
        row.texts("actions"),
        row.large("groups"));
  }

  List<String> actionIds() {
    return groups.stream().flatMap(group -> group.actions().stream()).toList();
  }

  Page<AttentionGroup> page(List<Action> actions, PageRequest request) {
    Map<String, Action> byId = new HashMap<>();
    actions.forEach(action -> byId.put(action.id().value(), action));
    return new Page<>(groups.stream().map(group -> group.with(byId)).toList(), request, total);
  }
}
