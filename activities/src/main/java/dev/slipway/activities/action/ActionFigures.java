package dev.slipway.activities.action;

import dev.slipway.activities.storage.CurrentScope;
import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts actions: by state, and the parked ones by cause, provider and step.
@Singleton
final class ActionFigures {

  private static final String UNFINISHED =
      """
      select status, count(*) as n
      from action
      where finished_at is null and tenant_id = coalesce(:scope, tenant_id)
      group by status
      """;

  /// A server is where it was ordered until it is handed over; a step, where its inputs say.
  private static final String ATTENTION =
      """
      with parked as (
        select a.id, a.parking_cause, a.parking_step, a.parking_since, a.assignee,
               coalesce(a.assignee_id, a.assignee) as person,
               coalesce(l.provider || '/' || l.code, s.location, '') as provider
        from action a
        left join server s on s.id = a.resource_id
        left join action_step st on st.action_id = a.id and st.step = a.parking_step
        left join location l
          on l.code = coalesce(jsonb_path_query_first(st.inputs, '$.**.location') #>> '{}', s.location)
        where a.parking_since is not null and a.tenant_id = coalesce(:scope, a.tenant_id)
          and case
            when cast(:assignee as text) is null then true
            when :assignee = '' then a.assignee is null
            else a.assignee is not null and a.assignee_id = :assignee end)
      select parking_cause, provider, parking_step, count(*) as n, min(parking_since) as oldest,
             case when count(assignee) = count(*) and min(person) = max(person)
               then min(assignee) end as assignee,
             (array_agg(id order by parking_since, id))[1:100] as actions,
             count(*) over () as groups
      from parked
      group by parking_cause, provider, parking_step
      order by oldest, parking_cause, provider, parking_step
      limit :limit offset :offset
      """;

  private final Sql sql;

  ActionFigures(Sql sql) {
    this.sql = sql;
  }

  Map<ActionStatus, Long> unfinished() {
    Map<ActionStatus, Long> counts = new EnumMap<>(ActionStatus.class);
    sql.of(UNFINISHED)
        .with("scope", scope())
        .list(row ->
            counts.put(ActionRows.code(ActionStatus.class, row.text("status")), row.large("n")));
    return counts;
  }

  /// @param assignee only what this user looks after, empty for nobody, null for all
  ParkedGroups attention(@Nullable String assignee, PageRequest page) {
    List<ParkedGroups.Group> groups =
        sql.of(ATTENTION)
            .with("scope", scope())
            .withText("assignee", assignee)
            .with("limit", page.perPage())
            .with("offset", page.offset())
            .list(ParkedGroups::group);
    return new ParkedGroups(groups, groups.isEmpty() ? 0 : groups.getFirst().total());
  }

  private static @Nullable String scope() {
    TenantId tenant = CurrentScope.tenant();
    return tenant == null ? null : tenant.value();
  }
}
