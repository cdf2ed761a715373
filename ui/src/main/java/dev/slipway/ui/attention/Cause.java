package dev.slipway.ui.attention;

import dev.slipway.ui.action.ActionRow;
import dev.slipway.workflows.action.AttentionGroup;
import dev.slipway.workflows.tenant.UserId;
import java.util.List;

/// Parked actions that share a cause, with their names.
record Cause(AttentionGroup group, List<ActionRow> rows) {

  /// What stays the same while the actions in it change.
  String key() {
    return group.cause().code() + "/" + group.provider() + "/" + group.step();
  }

  /// Whether all its actions are here.
  boolean isWhole() {
    return group.count() == rows.size();
  }

  /// With those actions only that somebody looks after.
  Cause keptBy(Keeper keeper, UserId me) {
    if (keeper == Keeper.ANYONE) {
      return this;
    }
    var kept = rows.stream().filter(row -> keeper.keeps(row.action(), me)).toList();
    return new Cause(group.of(kept.stream().map(ActionRow::action).toList()), kept);
  }
}
