package dev.slipway.activities.server;

import static dev.slipway.activities.storage.Storage.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.storage.Sql;
import dev.slipway.activities.storage.Storage;
import dev.slipway.activities.storage.Where;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.ServerFilter;
import dev.slipway.workflows.server.ServerFilter.Sort;
import dev.slipway.workflows.server.ServerStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The first page of each list on 10,000 servers is read from the index of its order.
class ServerIndexesTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  @BeforeAll
  static void ten_thousand_servers() throws Exception {
    STORAGE.execute(
        """
        insert into server (
          id, tenant_id, name, status, plan, vcpus, memory_mib, disk_gib, image, location,
          created_at, updated_at)
        select 'srv_' || lpad(i::text, 6, '0'),
               case when i % 40 = 0 then 'ten_north' else 'ten_south' end, 'web-' || i,
               (array['running', 'stopped', 'running', 'failed', 'destroyed'])[1 + i % 5],
               's-1', 1, 1024, 25, 'debian-13', 'sim-' || (1 + i % 3),
               timestamptz '2026-01-01' + interval '1 minute' * i, timestamptz '2026-01-01'
        from generate_series(1, 10000) i
        """);
    try (var connection = STORAGE.database().asAdministrator();
        var statement = connection.createStatement()) {
      statement.execute("analyze server");
    }
  }

  @Test
  void a_tenants_newest_come_from_an_index() {
    assertThat(STORAGE.as(NORTH, () -> plan(Sort.CREATED_AT_DESC, null)))
        .contains("Index Scan Backward using server_tenant_present")
        .doesNotContain("Seq Scan on server");
    assertThat(STORAGE.as(NORTH, () -> plan(Sort.CREATED_AT_ASC, null)))
        .contains("Index Scan using server_tenant_present");
  }

  @Test
  void a_tenants_names_come_from_an_index() {
    assertThat(STORAGE.as(NORTH, () -> plan(Sort.NAME_ASC, null)))
        .containsPattern("Index Scan using server_(tenant_by_name|name_is_free)")
        .doesNotContain("Seq Scan on server");
    assertThat(STORAGE.as(NORTH, () -> plan(Sort.NAME_DESC, null)))
        .containsPattern("Index Scan Backward using server_(tenant_by_name|name_is_free)");
  }

  @Test
  void the_platforms_lists_come_from_an_index() {
    assertThat(STORAGE.asPlatform(() -> plan(Sort.CREATED_AT_DESC, null)))
        .contains("Index Scan Backward using server_newest")
        .doesNotContain("Seq Scan on server");
    assertThat(STORAGE.asPlatform(() -> plan(Sort.NAME_ASC, null)))
        .contains("Index Scan using server_by_name")
        .doesNotContain("Seq Scan on server");
  }

  @Test
  void a_narrowed_list_comes_from_an_index() {
    assertThat(STORAGE.asPlatform(() -> plan(Sort.CREATED_AT_DESC, "sim-2")))
        .containsPattern("Index Scan Backward using server_(by_location|newest)")
        .doesNotContain("Seq Scan on server");
    ServerFilter failed =
        new ServerFilter(
            Set.of(ServerStatus.FAILED), null, null, Map.of(), null, null, Sort.CREATED_AT_DESC);
    assertThat(STORAGE.asPlatform(() -> plan(failed)))
        .containsPattern("Index Scan Backward using server_(by_status|newest)")
        .doesNotContain("Seq Scan on server");
  }

  @Test
  void whether_a_name_is_taken_comes_from_the_index_that_keeps_names_apart() {
    assertThat(STORAGE.as(NORTH, ServerIndexesTest::planOfTaken))
        .containsPattern("Index (Only )?Scan using server_name_is_free")
        .contains("name = 'web-40'")
        .doesNotContain("Seq Scan on server");
  }

  private static String planOfTaken() {
    return String.join(
        "\n",
        STORAGE
            .get(Sql.class)
            .of("explain (costs off) " + JdbcServers.TAKEN)
            .with("tenant", NORTH.value())
            .with("name", "web-40")
            .list(row -> row.text("QUERY PLAN")));
  }

  private static String plan(Sort sort, @Nullable String location) {
    return plan(new ServerFilter(Set.of(), location, null, Map.of(), null, null, sort));
  }

  private static String plan(ServerFilter filter) {
    Where where = JdbcServers.conditions(filter);
    List<String> plan =
        STORAGE
            .get(Sql.class)
            .of("explain (costs off) " + JdbcServers.pageText(filter, where, PageRequest.FIRST))
            .withAll(where.values())
            .list(row -> row.text("QUERY PLAN"));
    return String.join("\n", withoutCount(plan));
  }

  /// How the total is counted is another question, and another index may be better for it.
  private static List<String> withoutCount(List<String> plan) {
    int count =
        IntStream.range(0, plan.size())
            .filter(line -> plan.get(line).strip().startsWith("InitPlan"))
            .findFirst()
            .orElseThrow();
    int end =
        IntStream.range(count + 1, plan.size())
            .filter(line -> depth(plan.get(line)) <= depth(plan.get(count)))
            .findFirst()
            .orElse(plan.size());
    List<String> page = new ArrayList<>(plan.subList(0, count));
    page.addAll(plan.subList(end, plan.size()));
    return page;
  }

  private static int depth(String line) {
    return line.length() - line.stripLeading().length();
  }
}
