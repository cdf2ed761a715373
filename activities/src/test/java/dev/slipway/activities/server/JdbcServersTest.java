package dev.slipway.activities.server;

import static dev.slipway.activities.server.ServerFixtures.NOON;
import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;
import static dev.slipway.activities.storage.Storage.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.action.ActionFixtures;
import dev.slipway.activities.action.StoredOrders;
import dev.slipway.activities.storage.Sql;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.NameTakenException;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerFilter;
import dev.slipway.workflows.server.ServerName;
import dev.slipway.workflows.server.ServerStatus;
import dev.slipway.workflows.server.ServerUsage;
import dev.slipway.workflows.server.Servers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcServersTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final Servers servers = STORAGE.get(Servers.class);
  private final StoredOrders orders = new StoredOrders(STORAGE);

  @BeforeEach
  void no_servers() {
    orders.sweep();
  }

  @Test
  void a_server_is_found_as_it_was_stored() {
    Server server = aServer(NORTH, "web-1", "sim-2", NOON, Map.of("env", "prod", "tier", "1"));

    orders.store(server);

    assertThat(STORAGE.as(NORTH, () -> servers.find(server.id()))).contains(server);
  }

  @Test
  void a_server_of_another_tenant_is_not_found() {
    Server server = aServer(NORTH);
    orders.store(server);

    assertThat(STORAGE.as(SOUTH, () -> servers.find(server.id()))).isEmpty();
    assertThat(STORAGE.as(SOUTH, () -> list(filter(Map.of()))).items()).isEmpty();
  }

  @Test
  void names_are_told_of_what_one_may_see() {
    Server mine = aServer(NORTH, "web-1");
    Server other = aServer(SOUTH, "web-2");
    orders.store(mine);
    orders.store(other);

    var names = STORAGE.as(NORTH, () -> servers.names(List.of(mine.id(), other.id())));

    assertThat(names).isEqualTo(Map.of(mine.id(), mine.name()));
    assertThat(STORAGE.as(NORTH, () -> servers.names(List.of()))).isEmpty();
  }

  @Test
  void a_name_is_taken_while_its_server_exists() {
    orders.store(aServer(NORTH, "web-1"));

    assertThatThrownBy(() -> orders.store(aServer(NORTH, "web-1")))
        .isInstanceOf(NameTakenException.class)
        .hasMessage("The name web-1 is taken");
    orders.store(aServer(SOUTH, "web-1"));
  }

  @Test
  void whether_a_name_is_taken_is_told_of_each_tenant_alone() {
    orders.store(aServer(NORTH, "web-1"));
    orders.store(aServer(SOUTH, "web-2"));

    assertThat(STORAGE.as(NORTH, () -> servers.isTaken(NORTH, new ServerName("web-1")))).isTrue();
    assertThat(STORAGE.as(NORTH, () -> servers.isTaken(NORTH, new ServerName("web-2")))).isFalse();
    assertThat(STORAGE.as(NORTH, () -> servers.isTaken(SOUTH, new ServerName("web-2")))).isFalse();
    assertThat(STORAGE.asPlatform(() -> servers.isTaken(SOUTH, new ServerName("web-2")))).isTrue();
    assertThat(STORAGE.asPlatform(() -> servers.isTaken(SOUTH, new ServerName("web-1")))).isFalse();
    STORAGE.execute("update server set status = 'destroyed'");
    assertThat(STORAGE.as(NORTH, () -> servers.isTaken(NORTH, new ServerName("web-1")))).isFalse();
  }

  @Test
  void a_name_is_free_again_once_its_server_is_destroyed() {
    Server first = aServer(NORTH, "web-1");
    orders.store(first);
    STORAGE.execute("update server set status = 'destroyed'");

    orders.store(aServer(NORTH, "web-1"));

    assertThat(STORAGE.as(NORTH, () -> servers.countOf(NORTH))).isEqualTo(1);
  }

  @Test
  void a_server_shows_the_action_that_holds_its_lane() {
    Server server = aServer(NORTH);
    var action = ActionFixtures.aCreate(server);
    orders.store(server);
    orders.create(action);

    Server found = STORAGE.as(NORTH, () -> servers.find(server.id())).orElseThrow();

    assertThat(found.action()).isEqualTo(action.id());
    assertThat(found.actionStatus()).isEqualTo(ActionStatus.QUEUED);
    assertThat(STORAGE.as(NORTH, () -> list(filter(Map.of()))).items()).containsExactly(found);
  }

  @Test
  void a_list_is_paged_newest_first() {
    for (int i = 1; i <= 5; i++) {
      orders.store(aServer(NORTH, "web-" + i, "sim-1", NOON.plusSeconds(i), Map.of()));
    }

    Page<Server> first =
        STORAGE.as(NORTH, () -> servers.list(ServerFilter.ALL, new PageRequest(1, 2)));
    Page<Server> last =
        STORAGE.as(NORTH, () -> servers.list(ServerFilter.ALL, new PageRequest(3, 2)));
    Page<Server> beyond =
        STORAGE.as(NORTH, () -> servers.list(ServerFilter.ALL, new PageRequest(9, 2)));

    assertThat(names(first)).containsExactly("web-5", "web-4");
    assertThat(first.total()).isEqualTo(5);
    assertThat(first.hasNext()).isTrue();
    assertThat(names(last)).containsExactly("web-1");
    assertThat(last.total()).isEqualTo(5);
    assertThat(last.hasNext()).isFalse();
    assertThat(beyond.items()).isEmpty();
    assertThat(beyond.total()).isEqualTo(5);
  }

  @Test
  void a_list_has_four_orders() {
    orders.store(aServer(NORTH, "b", "sim-1", NOON, Map.of()));
    orders.store(aServer(NORTH, "c", "sim-1", NOON.plusSeconds(1), Map.of()));
    orders.store(aServer(NORTH, "a", "sim-1", NOON.plusSeconds(2), Map.of()));

    assertThat(sorted(ServerFilter.Sort.CREATED_AT_DESC)).containsExactly("a", "c", "b");
    assertThat(sorted(ServerFilter.Sort.CREATED_AT_ASC)).containsExactly("b", "c", "a");
    assertThat(sorted(ServerFilter.Sort.NAME_ASC)).containsExactly("a", "b", "c");
    assertThat(sorted(ServerFilter.Sort.NAME_DESC)).containsExactly("c", "b", "a");
  }

  @Test
  void a_list_can_be_narrowed() {
    orders.store(aServer(NORTH, "web-1", "sim-1", NOON, Map.of("env", "prod", "tier", "1")));
    orders.store(aServer(NORTH, "web-2", "sim-2", NOON, Map.of("env", "prod")));
    orders.store(aServer(NORTH, "db-1", "sim-2", NOON, Map.of("env", "test")));
    orders.store(aServer(SOUTH, "mail-1", "sim-2", NOON, Map.of()));
    STORAGE.execute(
        "update server set status = 'running', ipv4 = '192.0.2.7' where name = 'db-1'",
        "update server set ipv6 = '2001:db8::7/64' where name = 'web-2'",
        "update server set status = 'destroyed' where name = 'web-1'");

    assertThat(seen(ServerFilter.ALL)).containsExactlyInAnyOrder("web-2", "db-1", "mail-1");
    assertThat(seen(status(ServerStatus.RUNNING))).containsExactly("db-1");
    assertThat(seen(status(ServerStatus.DESTROYED, ServerStatus.RUNNING)))
        .containsExactlyInAnyOrder("web-1", "db-1");
    assertThat(seen(filter("sim-2", null, null)))
        .containsExactlyInAnyOrder("web-2", "db-1", "mail-1");
    assertThat(seen(filter(null, "b-", null))).containsExactlyInAnyOrder("db-1", "web-2");
    assertThat(seen(filter(null, "192.0.2.7", null))).containsExactly("db-1");
    assertThat(seen(filter(null, "2001:db8::7", null))).containsExactly("web-2");
    assertThat(seen(filter(null, null, "ten_south"))).containsExactly("mail-1");
    assertThat(seen(filter(Map.of("env", "prod")))).containsExactly("web-2");
    assertThat(seen(filter(Map.of("env", "prod", "tier", "1")))).isEmpty();
  }

  @Test
  void a_searched_text_is_taken_literally() {
    orders.store(aServer(NORTH, "web-1"));

    assertThat(seen(filter(null, "%", null))).isEmpty();
    assertThat(seen(filter(null, "web_1", null))).isEmpty();
    assertThat(seen(filter(null, "' or true --", null))).isEmpty();
  }

  @Test
  void a_total_is_exact_up_to_a_thousand() {
    String fill =
        """
        insert into server (
          id, tenant_id, name, status, plan, vcpus, memory_mib, disk_gib, image, location,
          created_at, updated_at)
        select 'srv_fill' || i, 'ten_north', 'fill-' || i, 'running', 's-1', 1, 1024, 25,
               'debian-13', 'sim-1', timestamptz '2026-01-01', timestamptz '2026-01-01'
        from generate_series(%d, %d) i
        """;
    STORAGE.execute(fill.formatted(1, 1_000));
    assertThat(STORAGE.as(NORTH, () -> list(ServerFilter.ALL)))
        .matches(page -> page.total() == 1_000 && page.isTotalExact());

    STORAGE.execute(fill.formatted(1_001, 1_200));
    assertThat(STORAGE.as(NORTH, () -> list(ServerFilter.ALL)))
        .matches(page -> page.total() == 1_001 && !page.isTotalExact() && page.hasNext());
    assertThat(STORAGE.as(NORTH, () -> list(new PageRequest(11, 100))))
        .matches(page -> page.total() == 1_101 && page.hasNext());
    assertThat(STORAGE.as(NORTH, () -> list(new PageRequest(12, 100))))
        .matches(page -> page.total() == 1_200 && !page.hasNext());
    assertThat(STORAGE.as(NORTH, () -> list(new PageRequest(Integer.MAX_VALUE, 100))))
        .matches(page -> page.isBeyondEnd() && page.last() == 12);
  }

  @Test
  void states_are_counted_without_the_destroyed() {
    orders.store(aServer(NORTH, "a"));
    orders.store(aServer(NORTH, "b"));
    orders.store(aServer(NORTH, "c"));
    orders.store(aServer(SOUTH, "d"));
    STORAGE.execute(
        "update server set status = 'running' where name = 'b'",
        "update server set status = 'destroyed' where name = 'c'");

    assertThat(STORAGE.as(NORTH, servers::countByStatus))
        .isEqualTo(Map.of(ServerStatus.QUEUED, 1L, ServerStatus.RUNNING, 1L));
    assertThat(STORAGE.asPlatform(servers::countByStatus))
        .isEqualTo(Map.of(ServerStatus.QUEUED, 2L, ServerStatus.RUNNING, 1L));
  }

  @Test
  void an_update_needs_the_present_version() {
    Server server = aServer(NORTH, "web-1");
    orders.store(server);
    Server changed = renamed(server, "web-2");

    Server updated = STORAGE.as(NORTH, () -> servers.update(changed, 1)).orElseThrow();
    var stale = STORAGE.as(NORTH, () -> servers.update(renamed(server, "web-3"), 1));

    assertThat(updated.name().value()).isEqualTo("web-2");
    assertThat(updated.version()).isEqualTo(2);
    assertThat(updated.updatedAt()).isAfter(server.updatedAt());
    assertThat(stale).isEmpty();
  }

  @Test
  void an_update_cannot_take_a_name_in_use() {
    orders.store(aServer(NORTH, "web-1"));
    Server second = aServer(NORTH, "web-2");
    orders.store(second);

    assertThatThrownBy(() -> STORAGE.as(NORTH, () -> servers.update(renamed(second, "web-1"), 1)))
        .isInstanceOf(NameTakenException.class);
  }

  @Test
  void an_update_of_another_tenants_server_changes_nothing() {
    Server server = aServer(NORTH, "web-1");
    orders.store(server);

    assertThat(STORAGE.as(SOUTH, () -> servers.update(renamed(server, "mine"), 1))).isEmpty();
    assertThat(STORAGE.as(NORTH, () -> servers.find(server.id()))).contains(server);
  }

  @Test
  void what_servers_have_together_is_told_of_what_one_may_see() {
    orders.store(aServer(NORTH));
    orders.store(aServer(NORTH));
    orders.store(aServer(SOUTH));
    Server gone = aServer(NORTH);
    orders.store(gone);
    STORAGE.execute("update server set status = 'destroyed' where id = '" + gone.id() + "'");

    assertThat(STORAGE.as(NORTH, servers::usage)).isEqualTo(new ServerUsage(2, 2, 2_048, 50));
    assertThat(STORAGE.asPlatform(servers::usage)).isEqualTo(new ServerUsage(3, 3, 3_072, 75));
  }

  @Test
  void nobody_has_nothing() {
    assertThat(STORAGE.as(NORTH, servers::usage)).isEqualTo(new ServerUsage(0, 0, 0, 0));
  }

  @Test
  void what_was_ordered_is_told_to_who_may_see_the_server() {
    Server server = aServer(NORTH);
    orders.store(server);
    orders.create(ActionFixtures.aCreate(server));

    assertThat(STORAGE.as(NORTH, () -> servers.orderOf(server.id())))
        .hasValueSatisfying(order -> assertThat(order.server()).isEqualTo(server.id()));
    assertThat(STORAGE.as(SOUTH, () -> servers.orderOf(server.id()))).isEmpty();
  }

  @Test
  void user_data_is_unreadable_in_its_row() {
    Server server = aServer(NORTH);
    Server bare = aServer(NORTH);
    STORAGE.as(NORTH, () -> create(server, "#cloud-config\npassword: hunter2"));
    orders.store(bare);

    UserData userData = STORAGE.get(UserData.class);
    List<String> stored =
        STORAGE.asPlatform(() ->
            STORAGE
                .get(Sql.class)
                .of("select encode(user_data, 'escape') as t from server where id = :id")
                .with("id", server.id().value())
                .list(row -> row.text("t")));

    assertThat(stored).singleElement().asString().doesNotContain("hunter2", "cloud-config");
    assertThat(STORAGE.asPlatform(() -> userData.of(server.id())))
        .contains("#cloud-config\npassword: hunter2");
    assertThat(STORAGE.asPlatform(() -> userData.of(bare.id()))).isEmpty();
    assertThat(STORAGE.as(SOUTH, () -> userData.of(server.id()))).isEmpty();
  }

  private boolean create(Server server, String userText) {
    servers.create(server, userText);
    return true;
  }

  private Page<Server> list(PageRequest request) {
    return servers.list(ServerFilter.ALL, request);
  }

  private Page<Server> list(ServerFilter filter) {
    return servers.list(filter, new PageRequest(1, 25));
  }

  private List<String> seen(ServerFilter filter) {
    return names(STORAGE.asPlatform(() -> list(filter)));
  }

  private List<String> sorted(ServerFilter.Sort sort) {
    return seen(new ServerFilter(Set.of(), null, null, Map.of(), null, null, sort));
  }

  private static ServerFilter status(ServerStatus... statuses) {
    return new ServerFilter(
        Set.of(statuses), null, null, Map.of(), null, null, ServerFilter.Sort.NAME_ASC);
  }

  private static ServerFilter filter(Map<String, String> labels) {
    return new ServerFilter(Set.of(), null, null, labels, null, null, ServerFilter.Sort.NAME_ASC);
  }

  private static ServerFilter filter(
      @Nullable String location, @Nullable String text, @Nullable String tenant) {
    return new ServerFilter(
        Set.of(), location, text, Map.of(), null, tenant, ServerFilter.Sort.NAME_ASC);
  }

  private static Server renamed(Server server, String name) {
    return new Server(
        server.id(),
        server.tenantId(),
        new ServerName(name),
        server.status(),
        null,
        null,
        server.plan(),
        server.size(),
        server.image(),
        server.location(),
        server.networks(),
        null,
        null,
        server.labels(),
        server.isProtected(),
        null,
        server.createdAt(),
        server.updatedAt(),
        server.version());
  }

  private static List<String> names(Page<Server> page) {
    return page.items().stream().map(server -> server.name().value()).toList();
  }
}
