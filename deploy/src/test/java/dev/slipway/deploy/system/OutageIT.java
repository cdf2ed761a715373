package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Parts that are away for a while: nothing is lost, nothing is half made, nobody is asked.
class OutageIT {

  /// Longer ones are met by [LongOutageIT], and in virtual time by the plan's contract.
  private static final Duration A_WHILE = Duration.ofSeconds(20);

  private static final Duration BETWEEN_DEATHS = Duration.ofSeconds(2);

  private static final Duration SOON = Duration.ofSeconds(20);

  private static SlipwayProcess slipway;

  @BeforeAll
  static void start() {
    slipway = SlipwayProcess.with(Map.of("SLIPWAY_TEMPORAL", "local")).start();
  }

  @AfterAll
  static void stop() {
    slipway.close();
  }

  @AfterEach
  void let_everything_go_on() {
    slipway.signalChild("postgres", "CONT");
    slipway.signalChild("temporal", "CONT");
    slipway.awaitHealthy();
    InFlight.location(slipway).clear();
  }

  @Test
  void orders_wait_while_the_database_hangs() {
    InFlight orders = InFlight.of(slipway, "db-hangs", 4);

    slipway.signalChild("postgres", "STOP");
    pass(A_WHILE);
    slipway.signalChild("postgres", "CONT");

    orders.allFinish();
  }

  @Test
  void orders_wait_while_the_database_dies_again_and_again() {
    InFlight orders = InFlight.of(slipway, "db-dies", 4);

    for (long time = 0; time < A_WHILE.dividedBy(BETWEEN_DEATHS); time++) {
      slipway.killChild("postgres");
      pass(BETWEEN_DEATHS);
    }

    orders.allFinish();
  }

  @Test
  void orders_wait_while_temporal_hangs() {
    InFlight orders = InFlight.of(slipway, "temporal-hangs", 4);

    slipway.signalChild("temporal", "STOP");
    pass(A_WHILE);
    slipway.signalChild("temporal", "CONT");

    orders.allFinish();
  }

  @Test
  void an_order_without_a_database_is_refused_and_leaves_nothing() {
    Buyer tenant = InFlight.tenant(slipway);
    String key = UUID.randomUUID().toString();
    Map<String, Object> order = Buyer.order("no-database", "sim-1");
    slipway.signalChild("postgres", "STOP");

    Instant asked = Instant.now();
    Reply refused = tenant.api().post("/servers", order, key);

    assertThat(refused.expect(503).code()).isEqualTo("database_unavailable");
    assertThat(Duration.between(asked, Instant.now())).isLessThan(SOON);
    assertThat(refused.body().path("retryable").asBoolean()).isTrue();
    assertThat(ApiClient.anonymous(slipway.address()).get("/health/ready").status()).isEqualTo(503);
    slipway.signalChild("postgres", "CONT");
    slipway.awaitHealthy();
    assertThat(rows("server", "name = 'no-database'")).isZero();
    Ordered ordered = tenant.orders("no-database", "sim-1", key);
    tenant.awaits(ordered, "succeeded");
    InFlight.location(slipway).holdsExactly(ordered, tenant.server(ordered));
  }

  @Test
  void an_order_without_temporal_is_accepted_and_built_later() {
    Buyer tenant = InFlight.tenant(slipway);
    InFlight.location(slipway).fast();
    slipway.signalChild("temporal", "STOP");

    Ordered ordered = tenant.orders("no-temporal", "sim-1");

    JsonNode queued = tenant.action(ordered);
    assertThat(queued.path("status").asText()).isEqualTo("queued");
    assertThat(queued.path("waiting_on").path("kind").asText()).isEqualTo("engine");
    slipway.signalChild("temporal", "CONT");
    tenant.awaits(ordered, "succeeded");
    InFlight.location(slipway).holdsExactly(ordered, tenant.server(ordered));
  }

  @Test
  void a_command_without_temporal_is_refused_for_now() {
    SimulatedLocation location = InFlight.location(slipway).fast();
    Buyer operator = new Buyer(location.admin());
    location.failAlways("create_machine", "capacity");
    Ordered ordered = InFlight.tenant(slipway).orders("no-command", location.code());
    JsonNode parked = operator.awaits(ordered, "parked");
    location.clear();
    slipway.signalChild("temporal", "STOP");

    Instant asked = Instant.now();
    Reply refused = operator.commands(ordered, "retry", Map.of("parking", Buyer.parkingOf(parked)));

    assertThat(Duration.between(asked, Instant.now())).isLessThan(SOON);
    assertThat(refused.expect(503).code()).isEqualTo("engine_unavailable");
    slipway.signalChild("temporal", "CONT");
    slipway.awaitHealthy();
    JsonNode now = operator.action(ordered);
    if (now.path("status").asText().equals("parked")) {
      operator.commands(ordered, "retry", Map.of("parking", Buyer.parkingOf(now)));
    }
    operator.awaits(ordered, "succeeded");
    location.holdsExactly(ordered, operator.server(ordered));
  }

  @Test
  void an_order_waits_for_a_provider_that_is_away_and_goes_on_by_itself() {
    SimulatedLocation location = InFlight.location(slipway).timing(1_000);
    Buyer tenant = InFlight.tenant(slipway);
    Ordered ordered = tenant.orders("provider-away", location.code());
    tenant.awaits(ordered, action -> action.path("status").asText().equals("running"));
    location.failAlways("*", "outage");

    JsonNode waiting = tenant.awaits(ordered, "waiting");
    assertThat(waiting.path("waiting_on").path("kind").asText()).isEqualTo("provider_down");
    assertThat(waiting.path("waiting_on").path("until").asText()).isNotEmpty();
    pass(Duration.ofSeconds(8));
    assertThat(tenant.action(ordered).path("status").asText()).isIn("waiting", "running");
    location.clear();

    tenant.awaits(ordered, "succeeded");
    location.holdsExactly(ordered, tenant.server(ordered));
  }

  /// The length of an outage is what is tested here; nothing is waited for.
  private static void pass(Duration time) {
    Awaitility.await().atMost(time.multipliedBy(2)).pollDelay(time).until(() -> true);
  }

  private static long rows(String table, String where) {
    return new ProductDatabase(slipway).number("select count(*) from " + table + " where " + where);
  }
}
