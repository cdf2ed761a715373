package dev.slipway.activities.action;

import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.action.WaitKind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends actions. Everything that follows from an end happens in the caller's transaction: the lane
/// goes to the next in line, and the server of an action that was not successful gets its state.
@Singleton
public final class Conclusion {

  private static final Logger LOG = LoggerFactory.getLogger(Conclusion.class);

  private static final String PROMOTE =
      """
      with next as (
        select resource, action_id from lane
        where resource = :resource
          and not exists (select from lane held where held.resource = :resource and held.holds)
        order by position, action_id
        limit 1
        for update),
      held as (
        update lane set holds = true
        from next
        where lane.resource = next.resource and lane.action_id = next.action_id
        returning lane.action_id)
      update action
      set version = version + 1, waiting_since = :at,
          waiting_kind = case when not_before > :at then 'not_before' else :engine end,
          waiting_text = case when not_before > :at then :notBeforeText else :engineText end,
          waiting_until = not_before
      from held
      where action.id = held.action_id
      returning action.id
      """;

  private final Sql sql;
  private final Announcements announcements;

  Conclusion(Sql sql, Announcements announcements) {
    this.sql = sql;
    this.announcements = announcements;
  }

  /// Ends an action that has not ended, and announces it. One that somebody wants undone can't
  /// succeed any more.
  ///
  /// @return false when it had ended before, or may not succeed; then nothing was changed
  public boolean conclude(ActionId id, ActionStatus end, Instant at) {
    if (!end.isFinal()) {
      throw new IllegalArgumentException(end + " is no end");
    }
    Optional<Ended> ended = end(id, end, at);
    ended.ifPresent(action -> {
      if (action.settled() > 0) {
        LOG.warn(
            "Steps were done that no row knew of action_id={} steps={}",
            id.value(),
            action.settled());
      }
      List<String> freed = release(id);
      freed.forEach(resource -> letNextHold(resource, at));
      if (end != ActionStatus.SUCCEEDED && action.isOnServer()) {
        settleServer(action, end, at);
      }
      announcements.of(id);
    });
    return ended.isPresent();
  }

  /// @param settled how many steps were done that the rows did not know of
  private record Ended(ActionType type, String resourceType, String resource, long settled) {
    boolean isOnServer() {
      return resourceType.equals("server");
    }
  }

  /// A plan succeeds when all its steps are done or skipped, as its action's readers are promised;
  /// what the rows do not know of one was lost with a database that died, be it that it began anew
  /// after it had been undone for other inputs. What that left behind stays in the action's list.
  private Optional<Ended> end(ActionId id, ActionStatus end, Instant at) {
    String update =
        """
        with ended as (
          update action
          set status = :end, finished_at = :at, written_at = :at, version = version + 1,
              waiting_kind = null, waiting_text = null, waiting_since = null, waiting_until = null,
              parking_step = null, parking_phase = null, parking_cause = null,
              parking_since = null,
              error_code = case when :end = 'succeeded' then null else error_code end
          where id = :id and finished_at is null
            and (:end <> 'succeeded' or abort_requested_at is null)
          returning id, type, resource_type, resource_id),
        settled as (
          update action_step
          set status = 'done', progress = 100, started_at = coalesce(started_at, :at),
              finished_at = :at, next_retry_at = null
          from ended
          where :end = 'succeeded' and action_id = ended.id
            and action_step.status not in ('done', 'skipped')
          returning step)
        select type, resource_type, resource_id, (select count(*) from settled) as settled
        from ended
        """;
    return sql.of(update)
        .with("id", id.value())
        .with("end", end.code())
        .with("at", at)
        .one(row ->
            new Ended(
                ActionRows.type(row.text("type")),
                row.text("resource_type"),
                row.text("resource_id"),
                row.large("settled")));
  }

  private List<String> release(ActionId id) {
    return sql.of("delete from lane where action_id = :id returning resource")
        .with("id", id.value())
        .list(row -> row.text("resource"));
  }

  private void letNextHold(String resource, Instant at) {
    List<ActionId> promoted =
        sql.of(PROMOTE)
            .with("resource", resource)
            .with("at", at)
            .with("engine", WaitKind.ENGINE.code())
            .with("engineText", WaitKind.ENGINE.operatorText())
            .with("notBeforeText", WaitKind.NOT_BEFORE.operatorText())
            .list(row -> new ActionId(row.text("id")));
    announcements.of(promoted);
  }

  private void settleServer(Ended action, ActionStatus end, Instant at) {
    String update =
        """
        update server set status = :status, updated_at = :at, version = version + 1
        where id = :id and status <> :status
        """;
    sql.of(update)
        .with("id", action.resource())
        .with("status", action.type().serverAfter(end).code())
        .with("at", at)
        .update();
  }
}
