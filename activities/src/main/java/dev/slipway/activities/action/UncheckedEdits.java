package dev.slipway.activities.action;

import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.StepCommand;
import jakarta.inject.Singleton;

/// Changed inputs that came past the API, which holds its own against the catalogue. Call it inside
/// a transaction.
@Singleton
public final class UncheckedEdits {

  private final Sql sql;

  UncheckedEdits(Sql sql) {
    this.sql = sql;
  }

  /// Whether an action has any.
  ///
  /// @param action the action's id
  public boolean areIn(String action) {
    String select =
        """
        select exists (
          select from action_event
          where action_id = :action and kind = :kind and actor = :actor) as are_in
        """;
    return sql.of(select)
        .with("action", action)
        .with("kind", CommandKind.RETRY_WITH.code())
        .with("actor", StepCommand.UNVERIFIED)
        .one(row -> row.isTrue("are_in"))
        .orElse(false);
  }
}
