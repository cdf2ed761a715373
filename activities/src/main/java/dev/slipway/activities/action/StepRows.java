package dev.slipway.activities.action;

import dev.slipway.activities.storage.Row;
import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.Attempt;
import dev.slipway.workflows.action.AttemptStatus;
import dev.slipway.workflows.action.Estimate;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.action.StepStatus;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the steps of many actions with their attempts in two queries.
@Singleton
final class StepRows {

  private final Sql sql;

  StepRows(Sql sql) {
    this.sql = sql;
  }

  private record StepKey(String action, String step) {

    static StepKey of(Row row) throws SQLException {
      return new StepKey(row.text("action_id"), row.text("step"));
    }
  }

  /// Steps in the order of the plan, by action; an action without steps is absent.
  Map<String, List<ActionStep>> of(Collection<String> actions) {
    if (actions.isEmpty()) {
      return Map.of();
    }
    Map<StepKey, List<Attempt>> attempts = attempts(actions);
    Map<String, List<ActionStep>> steps = new HashMap<>();
    String select =
        """
        select * from action_step %s order by action_id, position, step
        """;
    of(select, actions)
        .list(row ->
            steps
                .computeIfAbsent(row.text("action_id"), _ -> new ArrayList<>())
                .add(step(row, attempts.getOrDefault(StepKey.of(row), List.of()))));
    return steps;
  }

  /// Numbers count over all runs, retries, and undos of a step.
  private Map<StepKey, List<Attempt>> attempts(Collection<String> actions) {
    String select =
        """
        select *, row_number() over (
            partition by action_id, step order by started_at, run_ordinal, attempt) as number
        from action_attempt %s
        order by action_id, step, number
        """;
    Map<StepKey, List<Attempt>> attempts = new HashMap<>();
    of(select, actions)
        .list(row ->
            attempts.computeIfAbsent(StepKey.of(row), _ -> new ArrayList<>()).add(attempt(row)));
    return attempts;
  }

  /// A statement about actions. That about a single one is planned once, that about several each
  /// time anew.
  private Sql.Statement of(String select, Collection<String> actions) {
    return actions.size() == 1
        ? sql.of(select.formatted("where action_id = :action"))
            .with("action", actions.iterator().next())
        : sql.of(select.formatted("where action_id = any(:actions)")).with("actions", actions);
  }

  private static Attempt attempt(Row row) throws SQLException {
    return new Attempt(
        (int) row.large("number"),
        ActionRows.code(Phase.class, row.text("phase")),
        ActionRows.code(AttemptStatus.class, row.text("status")),
        row.instant("started_at"),
        row.instantOrNull("finished_at"),
        row.textOrNull("code"),
        row.textOrNull("message"));
  }

  private static ActionStep step(Row row, List<Attempt> attempts) throws SQLException {
    return new ActionStep(
        row.text("step"),
        row.text("label"),
        row.integer("position"),
        ActionRows.code(StepStatus.class, row.text("status")),
        row.integerOrNull("progress"),
        row.integer("generation"),
        attempts,
        row.instantOrNull("next_retry_at"),
        row.instantOrNull("started_at"),
        row.instantOrNull("finished_at"),
        Estimate.ofMillis(row.large("p50_ms"), row.large("p95_ms")),
        row.textOrNull("undo_status"),
        row.textOrNull("undo_error"),
        row.textOrNull("inputs"),
        row.textOrNull("external_id"));
  }
}
