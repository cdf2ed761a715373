package dev.slipway.activities.action;

import dev.slipway.activities.storage.CurrentScope;
import dev.slipway.activities.storage.Totals;
import dev.slipway.activities.storage.Where;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionEvent;
import dev.slipway.workflows.action.ActionFilter;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.Assignee;
import dev.slipway.workflows.action.AttentionGroup;
import dev.slipway.workflows.action.Estimate;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.step.StepCommand;
import dev.slipway.workflows.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// [Actions] in PostgreSQL.
@Singleton
final class JdbcActions implements Actions {

  private static final String NEWEST = " order by a.created_at desc, a.id desc";

  private final ActionReads reads;
  private final Writes writes;
  private final Figures figures;
  private final Totals totals;

  JdbcActions(ActionReads reads, Writes writes, Figures figures, Totals totals) {
    this.reads = reads;
    this.writes = writes;
    this.figures = figures;
    this.totals = totals;
  }

  /// What is written.
  @Singleton
  record Writes(ActionInsertion insertion, ActionWrites wishes, DecidedCommands decided) {}

  /// What is counted and measured.
  @Singleton
  record Figures(ActionFigures counts, UsualTimes times) {}

  @Override
  public void create(NewAction action) {
    writes.insertion().create(action);
  }

  @Override
  public void queue(NewAction action) {
    writes.insertion().queue(action);
  }

  @Override
  public Optional<Action> find(ActionId id) {
    Where where = new Where().and("a.id = :id", "id", id.value());
    return reads.read(where, "").stream().findFirst();
  }

  @Override
  public List<Action> findAll(Collection<ActionId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<String> values = ids.stream().map(ActionId::value).toList();
    return reads.read(new Where().and("a.id = any(:ids)", "ids", values), "");
  }

  @Override
  public Page<Action> list(ActionFilter filter, PageRequest page) {
    Where where = conditions(filter);
    return totals.page(
        reads.read(where, newest(page)), page, new Totals.Listed("action a", where, NEWEST));
  }

  @Override
  public Map<ActionStatus, Long> countUnfinished() {
    return figures.counts().unfinished();
  }

  @Override
  public AbortRequest requestAbort(
      ActionId id, String actor, String reason, @Nullable Integer parking) {
    return writes.wishes().requestAbort(id, actor, reason, parking);
  }

  @Override
  public boolean isProtected(ActionId id) {
    return writes.decided().isProtected(id);
  }

  @Override
  public void remember(ActionId id, String updateId) {
    writes.decided().remember(id, updateId);
  }

  @Override
  public boolean remembers(ActionId id, String updateId) {
    return writes.decided().remembers(id, updateId);
  }

  @Override
  public boolean reopen(ActionId id, StepCommand retry) {
    return writes.wishes().reopen(id, retry);
  }

  @Override
  public Page<AttentionGroup> attention(@Nullable String assignee, PageRequest page) {
    ParkedGroups groups = figures.counts().attention(assignee, page);
    Where where = new Where().and("a.id = any(:ids)", "ids", groups.actionIds());
    return groups.page(reads.read(where, " order by a.parking_since, a.id"), page);
  }

  @Override
  public int assign(Collection<ActionId> ids, @Nullable Assignee assignee) {
    return writes.wishes().assign(ids, assignee);
  }

  @Override
  public Map<String, Estimate> usualTimes(ActionType type) {
    return figures.times().of(type);
  }

  @Override
  public List<ActionEvent> events(ActionId id) {
    return reads.events(id);
  }

  @Override
  public List<Parking> parkings(ActionId id) {
    return reads.parkings(id);
  }

  static String newest(PageRequest page) {
    return NEWEST + " limit %d offset %d".formatted(page.perPage(), page.offset());
  }

  static Where conditions(ActionFilter filter) {
    Where where = new Where();
    withTenant(where, filter.tenant());
    List<String> statuses = filter.statuses().stream().map(ActionStatus::code).sorted().toList();
    if (statuses.size() == 1) {
      where.and("a.status = :status", "status", statuses.getFirst());
    } else if (!statuses.isEmpty()) {
      where.and("a.status = any(:statuses)", "statuses", statuses);
    }
    ActionType type = filter.type();
    where.and("a.type = :type", "type", type == null ? null : type.code());
    where.and("a.resource_id = :resource", "resource", filter.resource());
    return where;
  }

  private static void withTenant(Where where, @Nullable String asked) {
    TenantId scope = CurrentScope.tenant();
    where.and("a.tenant_id = :scope", "scope", scope == null ? null : scope.value());
    where.and("a.tenant_id = :tenant", "tenant", asked);
  }
}
