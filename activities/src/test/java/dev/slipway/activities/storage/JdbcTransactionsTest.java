package dev.slipway.activities.storage;

import static dev.slipway.activities.storage.Storage.NORTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.StorageUnavailableException;
import dev.slipway.workflows.tenant.Tenant;
import dev.slipway.workflows.tenant.TenantId;
import dev.slipway.workflows.tenant.Transactions;
import dev.slipway.workflows.tenant.Users;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcTransactionsTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  @Test
  void an_exception_rolls_everything_back() {
    Tenant tenant = new Tenant(new TenantId("ten_lost"), "Lost", "/platform/lost");

    assertThatThrownBy(() ->
            STORAGE.asPlatform(() -> {
              STORAGE.get(Users.class).save(tenant);
              throw new IllegalArgumentException("on purpose");
            }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("on purpose");

    assertThat(STORAGE.get(Users.class).tenant(tenant.id())).isEmpty();
  }

  @Test
  void a_relaxed_transaction_does_not_wait_for_the_disk_and_the_next_one_does() {
    Transactions transactions = STORAGE.get(Transactions.class);

    assertThat(transactions.relaxedIn(Scope.PLATFORM, JdbcTransactionsTest::commitMode))
        .isEqualTo("off");
    assertThat(transactions.in(Scope.PLATFORM, JdbcTransactionsTest::commitMode)).isEqualTo("on");
  }

  @Test
  void beside_an_engine_that_forgets_every_transaction_waits_for_the_disk() {
    Map<String, Object> properties = STORAGE.database().properties();
    properties.put("slipway.database.every-commit-waits", "true");
    try (ApplicationContext beans = ApplicationContext.run(properties)) {
      String mode =
          beans
              .getBean(Transactions.class)
              .relaxedIn(Scope.PLATFORM, () -> modeOf(beans.getBean(Sql.class)));

      assertThat(mode).isEqualTo("on");
    }
  }

  @Test
  void the_scope_of_the_thread_is_known_inside_only() {
    assertThat(STORAGE.as(NORTH, () -> NORTH.equals(CurrentScope.tenant()))).isTrue();
    assertThat(STORAGE.asPlatform(() -> CurrentScope.tenant() == null)).isTrue();
    assertThat(CurrentScope.tenant()).isNull();
  }

  @Test
  void a_look_across_tenants_ends_with_the_callers_scope() {
    JdbcTransactions transactions = STORAGE.get(JdbcTransactions.class);

    long before = STORAGE.as(NORTH, JdbcTransactionsTest::countTenants);
    long during =
        STORAGE.as(NORTH, () -> transactions.acrossTenants(JdbcTransactionsTest::countTenants));
    long after =
        STORAGE.as(
            NORTH,
            () -> {
              transactions.acrossTenants(JdbcTransactionsTest::countTenants);
              return countTenants();
            });

    assertThat(before).isEqualTo(1);
    assertThat(during).isGreaterThan(1);
    assertThat(after).isEqualTo(1);
    assertThat(transactions.acrossTenants(JdbcTransactionsTest::countTenants)).isEqualTo(during);
  }

  @Test
  void a_look_across_tenants_that_fails_leaves_the_callers_scope() {
    JdbcTransactions transactions = STORAGE.get(JdbcTransactions.class);

    long after =
        STORAGE.as(
            NORTH,
            () -> {
              assertThatThrownBy(() ->
                      transactions.acrossTenants(() -> {
                        throw new IllegalArgumentException("on purpose");
                      }))
                  .hasMessage("on purpose");
              return countTenants();
            });

    assertThat(after).isEqualTo(1);
  }

  @Test
  void a_lost_database_is_a_quick_clear_error_and_heals() {
    URI server = URI.create(STORAGE.database().url().substring("jdbc:".length()));
    try (Gate gate = new Gate(server.getHost(), server.getPort());
        ApplicationContext beans = ApplicationContext.run(behind(gate), "test")) {
      Transactions transactions = beans.getBean(Transactions.class);
      assertThat(seesTenants(beans)).isTrue();

      gate.shut();
      long before = System.nanoTime();
      assertThatThrownBy(() -> seesTenants(beans)).isInstanceOf(StorageUnavailableException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));

      gate.open();
      await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> seesTenants(beans));
      assertThat(transactions.in(Scope.of(NORTH), () -> true)).isTrue();
    }
  }

  @Test
  void a_database_that_goes_away_inside_a_transaction_is_told_as_such() {
    URI server = URI.create(STORAGE.database().url().substring("jdbc:".length()));
    try (Gate gate = new Gate(server.getHost(), server.getPort());
        ApplicationContext beans = ApplicationContext.run(behind(gate), "test")) {
      Sql sql = beans.getBean(Sql.class);

      assertThatThrownBy(() ->
              beans
                  .getBean(Transactions.class)
                  .in(
                      Scope.PLATFORM,
                      () -> {
                        gate.shut();
                        return sql.of("select id from tenant").list(row -> row.text("id"));
                      }))
          .isInstanceOf(StorageUnavailableException.class);
    }
  }

  @Test
  void a_wrong_statement_is_no_outage() {
    Sql sql = STORAGE.get(Sql.class);

    assertThatThrownBy(() -> STORAGE.asPlatform(() -> sql.of("select nothing").update()))
        .isNotInstanceOf(StorageUnavailableException.class);
    assertThatThrownBy(() -> STORAGE.asPlatform(() -> sql.of("select :a").update()))
        .hasMessageContaining("no value for :a");
  }

  @Test
  void a_name_in_quotes_or_a_cast_is_no_value() {
    Sql sql = STORAGE.get(Sql.class);

    assertThat(
            STORAGE.asPlatform(() ->
                sql.of("select ':a' || (:a)::text as t").with("a", 1).one(row -> row.text("t"))))
        .contains(":a1");
  }

  private static long countTenants() {
    return STORAGE
        .get(Sql.class)
        .of("select count(*) as n from tenant")
        .one(row -> row.large("n"))
        .orElseThrow();
  }

  private static String commitMode() {
    return modeOf(STORAGE.get(Sql.class));
  }

  private static String modeOf(Sql sql) {
    return sql.of("select current_setting('synchronous_commit') as mode")
        .one(row -> row.text("mode"))
        .orElseThrow();
  }

  private static Map<String, Object> behind(Gate gate) {
    Map<String, Object> properties = STORAGE.database().properties();
    properties.put(
        "datasources.default.url",
        "jdbc:postgresql://127.0.0.1:" + gate.port() + "/" + STORAGE.database().name());
    properties.put("slipway.catalog.demo", "false");
    properties.put("slipway.database.connections", "2");
    return properties;
  }

  private static boolean seesTenants(ApplicationContext beans) {
    Sql sql = beans.getBean(Sql.class);
    return beans
        .getBean(Transactions.class)
        .in(Scope.PLATFORM, () -> !sql.of("select id from tenant").list(row -> "").isEmpty());
  }
}
