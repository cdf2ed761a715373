package dev.slipway.activities.action;

import dev.slipway.activities.storage.Row;
import dev.slipway.activities.storage.Sql;
import dev.slipway.activities.storage.Where;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionEvent;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.Parking;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// Reads actions with all their steps and attempts in three queries.
@Singleton
final class ActionReads {

  private static final String WITH_PLACE =
      """
      select a.*, case when mine.action_id is not null then (
          select count(*)::integer from lane ahead
          where ahead.resource = mine.resource and not ahead.holds
            and (ahead.position, ahead.action_id) <= (mine.position, mine.action_id))
        end as lane_place,
        a.finished_at is null and a.type = 'create_server' and exists (
          select from server s where s.id = a.resource_id and s.protected) as is_protected
      from (select * from action a %s) a
      left join lane mine on mine.action_id = a.id and not mine.holds
      """;

  private final Sql sql;
  private final StepRows steps;

  ActionReads(Sql sql, StepRows steps) {
    this.sql = sql;
    this.steps = steps;
  }

  /// The actions a condition names.
  ///
  /// @param cut order, limit and offset, or nothing
  List<Action> read(Where where, String cut) {
    List<Action> actions =
        sql.of(text(where, cut)).withAll(where.values()).list(ActionRows::action);
    Map<String, List<ActionStep>> found =
        steps.of(actions.stream().map(action -> action.id().value()).toList());
    return actions.stream()
        .map(action ->
            ActionRows.withSteps(action, found.getOrDefault(action.id().value(), List.of())))
        .toList();
  }

  /// The page is cut before the lanes are looked up, so that the index of the list's order is used.
  static String text(Where where, String cut) {
    return WITH_PLACE.formatted(where.clause() + cut) + orderOf(cut);
  }

  private static String orderOf(String cut) {
    int limit = cut.indexOf(" limit ");
    return limit < 0 ? cut : cut.substring(0, limit);
  }

  List<ActionEvent> events(ActionId id) {
    return sql.of("select * from action_event where action_id = :id order by id")
        .with("id", id.value())
        .list(ActionReads::event);
  }

  List<Parking> parkings(ActionId id) {
    return sql.of("select * from action_parking where action_id = :id order by since")
        .with("id", id.value())
        .list(row -> ActionRows.parking(row, row.instant("since"), ""));
  }

  private static ActionEvent event(Row row) throws SQLException {
    return new ActionEvent(
        row.instant("at"),
        row.text("kind"),
        row.textOrNull("step"),
        row.integer("parking"),
        row.text("actor"),
        row.textOrNull("reason"));
  }
}
