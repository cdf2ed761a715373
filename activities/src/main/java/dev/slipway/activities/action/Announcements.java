package dev.slipway.activities.action;

import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.action.ActionId;
import jakarta.inject.Singleton;
import java.util.Collection;

/// Tells every process that actions changed; the news leaves with the commit, and who hears it
/// reads the row anew. Once in a transaction is enough.
@Singleton
public final class Announcements {

  /// What PostgreSQL calls the channel.
  static final String CHANNEL = "slipway_action";

  /// Tells of the row that a statement selects, by its columns `id`, `tenant_id`, `resource_id` and
  /// `version`.
  static final String ANNOUNCE =
      """
      pg_notify('slipway_action', json_build_object(
        'id', id, 'tenant', tenant_id, 'resource', resource_id, 'version', version)::text)
      """;

  private static final String TELL = "select " + ANNOUNCE + " as announced from action where id ";

  private final Sql sql;

  Announcements(Sql sql) {
    this.sql = sql;
  }

  /// Tells of one action.
  public void of(ActionId id) {
    sql.of(TELL + "= :id").with("id", id.value()).list(row -> "");
  }

  /// Tells of several actions.
  public void of(Collection<ActionId> ids) {
    sql.of(TELL + "= any(:ids)")
        .with("ids", ids.stream().map(ActionId::value).toList())
        .list(row -> "");
  }
}
