package dev.slipway.activities.action;

import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionType;
import jakarta.inject.Singleton;
import java.time.Clock;

/// The commands whose decisions are written in the tables, and what holds a decision back.
@Singleton
final class DecidedCommands {

  private final Sql sql;
  private final Clock clock;

  DecidedCommands(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// Locks the server. Whoever holds its action's row may: all lock the action first.
  boolean isProtected(ActionId id) {
    String select =
        """
        select s.protected from server s
        join action a on a.resource_id = s.id
        where a.id = :id and a.type = :type
        for share of s
        """;
    return sql.of(select)
        .with("id", id.value())
        .with("type", ActionType.CREATE_SERVER.code())
        .one(row -> row.isTrue("protected"))
        .orElse(false);
  }

  void remember(ActionId id, String updateId) {
    String insert =
        """
        insert into action_command (action_id, update_id, tenant_id, at)
        select id, :update, tenant_id, :now from action where id = :id
        on conflict do nothing
        """;
    sql.of(insert)
        .with("id", id.value())
        .with("update", updateId)
        .with("now", clock.instant())
        .update();
  }

  boolean remembers(ActionId id, String updateId) {
    String select =
        """
        select exists (
          select from action_command where action_id = :id and update_id = :update) as is_known
        """;
    return sql.of(select)
        .with("id", id.value())
        .with("update", updateId)
        .one(row -> row.isTrue("is_known"))
        .orElse(false);
  }
}
