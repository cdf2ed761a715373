package dev.slipway.activities.action;

import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.action.ActionId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/// Tells every process that actions changed; the news leaves with the commit. Say it once in a
/// transaction, after its last write.
@Singleton
public final class Announcements {

  /// What PostgreSQL calls the channel.
  static final String CHANNEL = "slipway_action";

  private final Sql sql;

  Announcements(Sql sql) {
    this.sql = sql;
  }

  /// Tells of one action.
  public void of(ActionId id) {
    of(List.of(id));
  }

  /// Tells of several actions.
  public void of(Collection<ActionId> ids) {
    String notify =
        """
        select pg_notify('slipway_action', json_build_object(
          'id', id, 'tenant', tenant_id, 'resource', resource_id, 'version', version)::text) as sent
        from action
        where id = any(:ids)
        """;
    sql.of(notify).with("ids", ids.stream().map(ActionId::value).toList()).list(row -> "");
  }
}
