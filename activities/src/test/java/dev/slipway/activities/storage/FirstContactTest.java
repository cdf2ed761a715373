package dev.slipway.activities.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.workflows.catalog.Catalog;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FirstContactTest {

  private final TestPostgres.Database database = TestPostgres.emptyDatabase();

  @Test
  void a_process_waits_for_a_database_that_comes_up_after_it() throws Exception {
    try (Gate gate = gate()) {
      gate.shut();
      CompletableFuture<ApplicationContext> starting =
          CompletableFuture.supplyAsync(() -> start(behind(gate, "1m")));
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(4))
          .until(() -> !starting.isDone());

      gate.open();

      try (ApplicationContext started = starting.get()) {
        assertThat(started.getBean(Catalog.class).plans()).isNotEmpty();
      }
    }
  }

  @Test
  void what_a_start_writes_waits_for_a_database_that_went_away_meanwhile() throws Exception {
    try (Gate gate = gate();
        ApplicationContext beans = start(behind(gate, "1m"))) {
      gate.shut();
      CompletableFuture<Void> writing =
          CompletableFuture.runAsync(
              () -> beans.getBean(StartupWrites.class).ensure(() -> readPlans(beans)));
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(4))
          .until(() -> !writing.isDone());

      gate.open();

      assertThat(writing).succeedsWithin(Duration.ofSeconds(30));
    }
  }

  @Test
  void a_process_whose_database_stays_away_ends_with_the_address_and_the_setting() {
    try (Gate gate = gate()) {
      gate.shut();

      assertThatThrownBy(() -> start(behind(gate, "1s")))
          .hasStackTraceContaining("127.0.0.1:" + gate.port())
          .hasStackTraceContaining("did not answer within 1s (slipway.database.start-patience)");
    }
  }

  @Test
  void a_wrong_password_is_not_waited_for() {
    Map<String, Object> properties = behind(null, "1m");
    properties.put("datasources.default.password", "wrong");
    properties.put("slipway.database.migrate", "false");
    long begin = System.nanoTime();

    assertThatThrownBy(() -> start(properties)).hasStackTraceContaining("password");

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
  }

  private static void readPlans(ApplicationContext beans) {
    beans
        .getBean(Transactions.class)
        .in(Scope.PLATFORM, () -> beans.getBean(Catalog.class).plans());
  }

  private Gate gate() {
    URI server = URI.create(database.url().substring("jdbc:".length()));
    return new Gate(server.getHost(), server.getPort());
  }

  private Map<String, Object> behind(@Nullable Gate gate, String patience) {
    String url =
        gate == null
            ? database.url()
            : "jdbc:postgresql://127.0.0.1:" + gate.port() + "/" + database.name();
    Map<String, Object> properties = database.properties();
    properties.put("datasources.default.url", url);
    properties.put("slipway.database.migrate", "true");
    properties.put("slipway.database.owner-url", url);
    properties.put("slipway.database.owner-username", "slipway_owner");
    properties.put("slipway.database.owner-password", "slipway_owner");
    properties.put("slipway.database.start-patience", patience);
    properties.put("slipway.temporal.worker", "false");
    return properties;
  }

  private static ApplicationContext start(Map<String, Object> properties) {
    return ApplicationContext.run(properties, "test");
  }
}
