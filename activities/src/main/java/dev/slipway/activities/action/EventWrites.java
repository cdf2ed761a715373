package dev.slipway.activities.action;

import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.action.ActionEvent;
import jakarta.inject.Singleton;

/// Writes down what was decided about actions by whom, whoever carries the decision.
@Singleton
class EventWrites {

  private final Sql sql;

  EventWrites(Sql sql) {
    this.sql = sql;
  }

  /// Appends a decision to an action's events; the same one twice is one event.
  void insert(String action, ActionEvent event) {
    String insert =
        """
        insert into action_event (action_id, tenant_id, at, kind, step, parking, actor, reason)
        select id, tenant_id, :at, :kind, :step, :parking, :actor, :reason
        from action where id = :action
        on conflict do nothing
        """;
    sql.of(insert)
        .with("action", action)
        .with("at", event.at())
        .with("kind", event.kind())
        .with("step", event.step())
        .with("parking", event.parking())
        .with("actor", event.actor())
        .with("reason", event.reason())
        .update();
  }
}
