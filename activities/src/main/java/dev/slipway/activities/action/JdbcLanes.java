package dev.slipway.activities.action;

import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.LaneHeldException;
import dev.slipway.workflows.action.Lanes;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.action.Resource;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// [Lanes] in PostgreSQL. Whoever joins or reorders a lane locks its holder's row first, so that
/// the holder cannot leave, and let another one hold, in between.
@Singleton
final class JdbcLanes implements Lanes {

  private final Sql sql;
  private final Announcements announcements;

  JdbcLanes(Sql sql, Announcements announcements) {
    this.sql = sql;
    this.announcements = announcements;
  }

  /// Gives the lane to a new action.
  ///
  /// @throws LaneHeldException when another holds it
  void hold(NewAction action) {
    while (!isTakenBy(action)) {
      Optional<ActionId> holder = lockedHolder(action.resource());
      if (holder.isPresent()) {
        throw new LaneHeldException(action.resource(), holder.get());
      }
    }
  }

  /// Gives the lane to a new action, or a place behind those that wait.
  ///
  /// @return whether it holds the lane
  boolean holdOrWait(NewAction action) {
    while (!isTakenBy(action)) {
      if (lockedHolder(action.resource()).isPresent()) {
        append(action);
        return false;
      }
    }
    return true;
  }

  private boolean isTakenBy(NewAction action) {
    String insert =
        """
        insert into lane (resource, action_id, tenant_id, position, holds, created_at)
        values (:resource, :action, :tenant, 0, true, :now)
        on conflict (resource) where holds do nothing
        """;
    return write(insert, action) == 1;
  }

  private void append(NewAction action) {
    String insert =
        """
        insert into lane (resource, action_id, tenant_id, position, holds, created_at)
        select :resource, :action, :tenant, 1 + coalesce(max(position), 0), false, :now
        from lane
        where resource = :resource and not holds
        """;
    write(insert, action);
  }

  private int write(String insert, NewAction action) {
    return sql.of(insert)
        .with("resource", action.resource().id())
        .with("action", action.id().value())
        .with("tenant", action.tenantId().value())
        .with("now", action.createdAt())
        .update();
  }

  @Override
  public Optional<ActionId> holder(Resource resource) {
    return holder("select action_id from lane where resource = :resource and holds", resource);
  }

  private Optional<ActionId> lockedHolder(Resource resource) {
    return holder(
        "select action_id from lane where resource = :resource and holds for update", resource);
  }

  private Optional<ActionId> holder(String select, Resource resource) {
    return sql.of(select)
        .with("resource", resource.id())
        .one(row -> new ActionId(row.text("action_id")));
  }

  @Override
  public List<ActionId> waiting(Resource resource) {
    String select =
        """
        select action_id from lane
        where resource = :resource and not holds
        order by position, action_id
        """;
    return sql.of(select)
        .with("resource", resource.id())
        .list(row -> new ActionId(row.text("action_id")));
  }

  @Override
  public boolean reorder(Resource resource, List<ActionId> order) {
    lockedHolder(resource);
    List<ActionId> waiting = waiting(resource);
    if (order.size() != waiting.size() || !Set.copyOf(waiting).equals(Set.copyOf(order))) {
      return false;
    }
    place(resource, order);
    return true;
  }

  private void place(Resource resource, List<ActionId> order) {
    String update =
        """
        with wanted as (
          select action_id, position
          from unnest(cast(:order as text[])) with ordinality as wanted (action_id, position)),
        moved as (
          update lane set position = wanted.position
          from wanted
          where lane.resource = :resource and lane.action_id = wanted.action_id
            and lane.position <> wanted.position
          returning lane.action_id)
        update action set version = version + 1
        from moved
        where action.id = moved.action_id
        returning action.id
        """;
    List<ActionId> moved =
        sql.of(update)
            .with("resource", resource.id())
            .with("order", order.stream().map(ActionId::value).toList())
            .list(row -> new ActionId(row.text("id")));
    announcements.of(moved);
  }
}
