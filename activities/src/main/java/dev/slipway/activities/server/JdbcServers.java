package dev.slipway.activities.server;

import dev.slipway.activities.storage.CurrentScope;
import dev.slipway.activities.storage.Sql;
import dev.slipway.activities.storage.Totals;
import dev.slipway.activities.storage.UniqueViolationException;
import dev.slipway.activities.storage.Where;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.NameTakenException;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerCount;
import dev.slipway.workflows.server.ServerFilter;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.server.ServerName;
import dev.slipway.workflows.server.ServerOrder;
import dev.slipway.workflows.server.ServerProgress;
import dev.slipway.workflows.server.ServerStatus;
import dev.slipway.workflows.server.ServerUsage;
import dev.slipway.workflows.server.Servers;
import dev.slipway.workflows.step.WireJson;
import dev.slipway.workflows.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// [Servers] in PostgreSQL.
@Singleton
final class JdbcServers implements Servers {

  /// Never all columns: what a server starts with can be large, and is for its machine alone.
  private static final String SELECT =
      """
      select id, tenant_id, name, status, plan, vcpus, memory_mib, disk_gib, image, location,
        networks, ipv4, ipv6, labels, protected, state_observed_at, created_at, updated_at, version
      from server s
      """;

  /// Servers with who holds their lanes. The page is cut before those are looked up, so that the
  /// index of the list's order is used.
  private static final String HELD =
      """
      select s.*, l.action_id as holder, a.status as holder_status%s
      from (%s) s
      left join lane l on l.resource = s.id and l.holds
      left join action a on a.id = l.action_id
      """;

  private static final String HELD_WHERE =
      """
      (select l.resource from action a join lane l on l.action_id = a.id and l.holds
       where %s)
      """;

  private static final String HINDERED =
      HELD_WHERE.formatted("a.finished_at is null and a.status in ('queued', 'waiting', 'parked')");
  private static final String WAITING =
      HELD_WHERE.formatted("a.finished_at is null and a.status in ('queued', 'waiting')");
  private static final String DELAYED =
      HELD_WHERE.formatted("a.status = 'parked' and a.parking_since is not null");

  private static final String COUNT =
      """
      select s.status, h.status as holder_status, count(*) as n
      from server s
      left join (
        select l.resource, a.status from lane l join action a on a.id = l.action_id where l.holds
      ) h on h.resource = s.id
      %s
      group by s.status, h.status
      """;

  private static final String INSERT =
      """
      insert into server (
        id, tenant_id, name, status, plan, vcpus, memory_mib, disk_gib, image, location, networks,
        labels, protected, user_data, created_at, updated_at, version)
      values (
        :id, :tenant, :name, :status, :plan, :vcpus, :memory, :disk, :image, :location,
        :networks, cast(:labels as jsonb), :protected, :userData, :createdAt, :updatedAt, :version)
      on conflict (tenant_id, name) where status <> 'destroyed' do nothing
      """;

  /// In the words of the index that keeps names apart, so that it is read.
  static final String TAKEN =
      """
      select exists (
        select from server where tenant_id = :tenant and name = :name and status <> 'destroyed'
      ) as taken
      """;

  private final Sql sql;
  private final Totals totals;
  private final UserData userData;
  private final Clock clock;

  JdbcServers(Sql sql, Totals totals, UserData userData, Clock clock) {
    this.sql = sql;
    this.totals = totals;
    this.userData = userData;
    this.clock = clock;
  }

  @Override
  public void create(Server server, @Nullable String userText) {
    int inserted =
        sql.of(INSERT)
            .with("id", server.id().value())
            .with("tenant", server.tenantId().value())
            .with("name", server.name().value())
            .with("status", server.status().code())
            .with("plan", server.plan())
            .with("vcpus", server.size().vcpus())
            .with("memory", server.size().memoryMib())
            .with("disk", server.size().diskGib())
            .with("image", server.image())
            .with("location", server.location())
            .with("networks", server.networks())
            .with("labels", WireJson.write(server.labels()))
            .with("protected", server.isProtected())
            .with("userData", userText == null ? null : userData.seal(server.id(), userText))
            .with("createdAt", server.createdAt())
            .with("updatedAt", server.updatedAt())
            .with("version", server.version())
            .update();
    if (inserted == 0) {
      throw new NameTakenException(server.name());
    }
  }

  @Override
  public Optional<Server> find(ServerId id) {
    return sql.of(HELD.formatted("", SELECT + "where s.id = :id"))
        .with("id", id.value())
        .one(ServerRows::server);
  }

  @Override
  public boolean isTaken(TenantId tenant, ServerName name) {
    return sql.of(TAKEN)
        .with("tenant", tenant.value())
        .with("name", name.value())
        .one(row -> row.isTrue("taken"))
        .orElse(false);
  }

  @Override
  public Map<ServerId, ServerName> names(Collection<ServerId> ids) {
    Map<ServerId, ServerName> names = new HashMap<>();
    if (!ids.isEmpty()) {
      sql.of("select id, name from server where id = any(:ids)")
          .with("ids", ids.stream().map(ServerId::value).toList())
          .list(row -> names.put(new ServerId(row.text("id")), new ServerName(row.text("name"))));
    }
    return Map.copyOf(names);
  }

  @Override
  public Page<Server> list(ServerFilter filter, PageRequest page) {
    Where where = conditions(filter);
    var entries =
        sql.of(pageText(filter, where, page))
            .withAll(where.values())
            .list(Totals.Counted.by(ServerRows::server));
    return totals.counted(entries, page, listed(filter, where));
  }

  /// Where the page lies is part of the text: the planner can't keep a plan whose limit it does not
  /// know.
  static String pageText(ServerFilter filter, Where where, PageRequest page) {
    Totals.Listed list = listed(filter, where);
    String cut = " limit %d offset %d".formatted(page.perPage(), page.offset());
    return HELD.formatted(
            ", " + list.count(page) + " as total", SELECT + where.clause() + list.order() + cut)
        + list.order();
  }

  private static Totals.Listed listed(ServerFilter filter, Where where) {
    return new Totals.Listed("server s", where, orderOf(filter.sort()));
  }

  @Override
  public Map<ServerStatus, Long> countByStatus() {
    Where where = new Where().and("s.status <> 'destroyed'");
    withTenant(where, null);
    Map<ServerStatus, Long> counts = new EnumMap<>(ServerStatus.class);
    sql.of("select status, count(*) as n from server s " + where.clause() + " group by status")
        .withAll(where.values())
        .list(row -> counts.put(ServerRows.status(row), row.large("n")));
    return counts;
  }

  @Override
  public List<ServerCount> count(ServerFilter filter) {
    Where where = conditions(filter.ofEveryState());
    return sql.of(COUNT.formatted(where.clause())).withAll(where.values()).list(ServerRows::count);
  }

  @Override
  public ServerUsage usage() {
    Where where = new Where().and("s.status <> 'destroyed'");
    withTenant(where, null);
    String sums =
        """
        select count(*) as n, coalesce(sum(vcpus), 0) as vcpus,
               coalesce(sum(memory_mib), 0) as memory, coalesce(sum(disk_gib), 0) as disk
        from server s
        """;
    return sql.of(sums + where.clause())
        .withAll(where.values())
        .one(row ->
            new ServerUsage(
                row.large("n"), row.large("vcpus"), row.large("memory"), row.large("disk")))
        .orElseThrow(() -> new IllegalStateException("sums have one row"));
  }

  @Override
  public Optional<ServerOrder> orderOf(ServerId id) {
    String select =
        """
        select cast(order_json as text) as order_json from action
        where resource_id = :id and type = :type
        order by created_at
        limit 1
        """;
    return sql.of(select)
        .with("id", id.value())
        .with("type", ActionType.CREATE_SERVER.code())
        .one(row -> WireJson.read(row.text("order_json"), ServerOrder.class));
  }

  @Override
  public long countOf(TenantId tenant) {
    String count =
        """
        select count(*) as n from server where tenant_id = :tenant and status <> 'destroyed'
        """;
    return sql.of(count).with("tenant", tenant.value()).one(row -> row.large("n")).orElse(0L);
  }

  @Override
  public void holdCountOf(TenantId tenant) {
    sql.of("select pg_advisory_xact_lock(hashtextextended(:counted, 0)) is null as held")
        .with("counted", "servers of " + tenant.value())
        .list(row -> "");
  }

  @Override
  public Optional<Server> update(Server changed, long expectedVersion) {
    String update =
        """
        update server
        set name = :name, labels = cast(:labels as jsonb), protected = :protected,
            updated_at = :now, version = version + 1
        where id = :id and version = :expected
        """;
    try {
      int updated =
          sql.of(update)
              .with("name", changed.name().value())
              .with("labels", WireJson.write(changed.labels()))
              .with("protected", changed.isProtected())
              .with("now", clock.instant())
              .with("id", changed.id().value())
              .with("expected", expectedVersion)
              .update();
      return updated == 0 ? Optional.empty() : find(changed.id());
    } catch (UniqueViolationException e) {
      throw e.isOf("server_name_is_free") ? new NameTakenException(changed.name()) : e;
    }
  }

  static Where conditions(ServerFilter filter) {
    Where where = new Where();
    withTenant(where, filter.tenant());
    List<String> statuses = filter.statuses().stream().map(ServerStatus::code).sorted().toList();
    switch (statuses.size()) {
      case 0 -> where.and("s.status <> 'destroyed'");
      case 1 -> where.and("s.status = :status", "status", statuses.getFirst());
      default -> where.and("s.status = any(:statuses)", "statuses", statuses);
    }
    where.and("s.location = :location", "location", filter.location());
    String text = filter.text();
    if (text != null && !text.isBlank()) {
      String escaped = text.strip().replaceAll("([\\\\%_])", "\\\\$1");
      String condition = "(s.name like '%' || :text || '%' or s.ipv4 like :text || '%'";
      where.and(condition + " or s.ipv6 like :text || '%')", "text", escaped);
    }
    ServerProgress progress = filter.progress();
    if (progress != null) {
      where.and(
          switch (progress) {
            case UNHINDERED -> "s.id not in " + HINDERED;
            case WAITING -> "s.id in " + WAITING;
            case DELAYED -> "s.id in " + DELAYED;
          });
    }
    if (!filter.labels().isEmpty()) {
      where.and("s.labels @> cast(:labels as jsonb)", "labels", WireJson.write(filter.labels()));
    }
    return where;
  }

  private static void withTenant(Where where, @Nullable String asked) {
    TenantId scope = CurrentScope.tenant();
    where.and("s.tenant_id = :scope", "scope", scope == null ? null : scope.value());
    where.and("s.tenant_id = :tenant", "tenant", asked);
  }

  private static String orderOf(ServerFilter.Sort sort) {
    return switch (sort) {
      case CREATED_AT_DESC -> " order by s.created_at desc, s.id desc";
      case CREATED_AT_ASC -> " order by s.created_at, s.id";
      case NAME_ASC -> " order by s.name, s.id";
      case NAME_DESC -> " order by s.name desc, s.id desc";
    };
  }
}
