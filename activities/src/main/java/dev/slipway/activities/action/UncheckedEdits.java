package dev.slipway.activities.action;

import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.step.CommandKind;
import jakarta.inject.Singleton;

/// Changed inputs that came past the API, which holds its own against the catalogue. Call it inside
/// a transaction.
@Singleton
public final class UncheckedEdits {

  private final Sql sql;

  UncheckedEdits(Sql sql) {
    this.sql = sql;
  }

  /// Whether a step's present inputs came so. The API says which user changed them; a name that
  /// came with a command from elsewhere is recorded with a doubt, which no user's id has.
  ///
  /// @param action the action's id
  /// @param step the step's id
  public boolean areOf(String action, String step) {
    String select =
        """
        select not exists (select from user_account where id = last.actor) as are_unchecked
        from (
          select actor from action_event
          where action_id = :action and step = :step and kind = :kind
          order by id desc
          limit 1) last
        """;
    return sql.of(select)
        .with("action", action)
        .with("step", step)
        .with("kind", CommandKind.RETRY_WITH.code())
        .one(row -> row.isTrue("are_unchecked"))
        .orElse(false);
  }
}
