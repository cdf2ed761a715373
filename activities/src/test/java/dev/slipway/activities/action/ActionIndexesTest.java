package dev.slipway.activities.action;

import static dev.slipway.activities.storage.Storage.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.storage.Sql;
import dev.slipway.activities.storage.Storage;
import dev.slipway.activities.storage.Where;
import dev.slipway.workflows.action.ActionFilter;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.page.PageRequest;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The first page of each list on 10,000 actions is read from the index of its order.
class ActionIndexesTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  @BeforeAll
  static void ten_thousand_actions() throws Exception {
    STORAGE.execute(
        """
        insert into action (
          id, tenant_id, type, status, resource_type, resource_id, requested_by_id,
          requested_by_type, order_json, created_at, written_at, finished_at, parking_since,
          parking_cause, parking_step, parking_phase, correlation_id)
        select 'act_' || lpad(i::text, 6, '0'),
               case when i % 40 = 0 then 'ten_north' else 'ten_south' end, 'create_server',
               case i % 100 when 0 then 'parked' when 1 then 'running' else 'succeeded' end,
               'server', 'srv_' || i, 'usr_1', 'user', '{}',
               timestamptz '2026-01-01' + interval '1 minute' * i, timestamptz '2026-01-01',
               case when i % 100 > 1 then timestamptz '2026-01-01' end,
               case when i % 100 = 0 then timestamptz '2026-01-01' end,
               case when i % 100 = 0 then 'capacity' end,
               case when i % 100 = 0 then 'create-machine' end,
               case when i % 100 = 0 then 'forward' end, 'c'
        from generate_series(1, 10000) i
        """);
    try (var connection = STORAGE.database().asAdministrator();
        var statement = connection.createStatement()) {
      statement.execute("analyze action");
    }
  }

  @Test
  void the_newest_come_from_an_index() {
    assertThat(STORAGE.as(NORTH, () -> plan(ActionFilter.ALL)))
        .contains("Index Scan Backward using action_tenant_newest")
        .doesNotContain("Seq Scan on action");
    assertThat(STORAGE.asPlatform(() -> plan(ActionFilter.ALL)))
        .contains("Index Scan Backward using action_newest")
        .doesNotContain("Seq Scan on action");
  }

  @Test
  void the_actions_of_a_resource_come_from_an_index() {
    ActionFilter filter = new ActionFilter(Set.of(), null, "srv_77", null);

    assertThat(STORAGE.asPlatform(() -> plan(filter)))
        .contains("using action_by_resource")
        .doesNotContain("Seq Scan on action");
  }

  @Test
  void the_actions_of_a_state_come_from_an_index() {
    ActionFilter filter = new ActionFilter(Set.of(ActionStatus.PARKED), null, null, null);

    assertThat(STORAGE.asPlatform(() -> plan(filter)))
        .contains("Index Scan Backward using action_by_status")
        .doesNotContain("Seq Scan on action");
  }

  @Test
  void the_parked_and_the_unfinished_come_from_their_own_indexes() {
    assertThat(
            STORAGE.asPlatform(
                () -> explain("select id from action where parking_since is not null")))
        .contains("action_parked");
    assertThat(
            STORAGE.asPlatform(() ->
                explain(
                    "select id from action where finished_at is null and run_id is not null"
                        + " and written_at < timestamptz '2026-02-01' order by written_at, id")))
        .contains("action_unfinished");
    assertThat(
            STORAGE.asPlatform(() ->
                explain(
                    "select id from action where finished_at is null and run_id is null"
                        + " order by created_at, id limit 100")))
        .contains("action_without_run");
  }

  private static String plan(ActionFilter filter) {
    Where where = JdbcActions.conditions(filter);
    String text = ActionReads.text(where, JdbcActions.newest(PageRequest.FIRST));
    return String.join(
        "\n",
        STORAGE
            .get(Sql.class)
            .of("explain (costs off) " + text)
            .withAll(where.values())
            .list(row -> row.text("QUERY PLAN")));
  }

  private static String explain(String text) {
    return String.join(
        "\n",
        STORAGE
            .get(Sql.class)
            .of("explain (costs off) " + text)
            .list(row -> row.text("QUERY PLAN")));
  }
}
