package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two Slipways on one database and one Temporal: a whole one, which both are children of, and one
/// for the web alone, which starts no workflow and runs no step.
class TwoProcessesIT {

  private static SlipwayProcess whole;
  private static SlipwayProcess web;

  @BeforeAll
  static void start() {
    whole = SlipwayProcess.with(Map.of("SLIPWAY_TEMPORAL", "local")).start();
    Map<String, String> settings = new HashMap<>(whole.sharedSettings());
    settings.put("SLIPWAY_TEMPORAL_WORKER", "false");
    settings.put("SLIPWAY_TEMPORAL_STARTER", "false");
    settings.put("SLIPWAY_STREAM_COMMENT", "2s");
    settings.put("SLIPWAY_ADMIN_PASSWORD", "");
    web = SlipwayProcess.with(settings).start();
  }

  @AfterAll
  static void stop() {
    web.close();
    whole.close();
  }

  @Test
  void what_one_builds_the_other_tells_step_by_step() {
    SimulatedLocation location = InFlight.location(web).timing(700);
    Buyer tenant = InFlight.tenant(web);
    Ordered ordered = tenant.orders("two-told", location.code());

    List<JsonNode> told =
        tenant
            .api()
            .events("/actions/" + ordered.action() + "/events")
            .filter(line -> line.startsWith("data: "))
            .map(line -> json(line.substring("data: ".length())).path("action"))
            .toList();

    List<Long> done = told.stream().map(TwoProcessesIT::stepsDone).toList();
    assertThat(done).isSorted();
    assertThat(done.stream().distinct()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(done.getLast()).isEqualTo(7);
    assertThat(told.getLast().path("status").asText()).isEqualTo("succeeded");
    location.holdsExactly(ordered, tenant.server(ordered));
  }

  @Test
  void a_second_process_shows_no_password_that_opens_nothing() {
    assertThat(web.console().lines()).noneMatch(line -> line.contains("Sign in as"));
    assertThat(web.data().resolve("secrets").resolve("admin-password")).doesNotExist();
    assertThat(ApiClient.signedIn(web.address(), People.ADMIN).get("/me").status()).isEqualTo(200);
  }

  @Test
  void who_signed_in_at_one_is_known_at_the_other_and_so_is_his_order() {
    SimulatedLocation location = InFlight.location(whole).fast();
    String key = UUID.randomUUID().toString();
    Ordered ordered = InFlight.tenant(web).orders("two-keyed", location.code(), key);

    Reply again =
        InFlight.tenant(whole)
            .api()
            .post("/servers", Buyer.order("two-keyed", location.code()), key)
            .expect(201);
    Reply known =
        ApiClient.anonymous(web.address())
            .send(
                "GET",
                "/servers/" + ordered.server(),
                null,
                Map.of("Authorization", "Bearer " + InFlight.tenant(whole).api().token()));

    assertThat(Ordered.of(again.body())).isEqualTo(ordered);
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(known.expect(200).body().at("/server/name").asText()).isEqualTo("two-keyed");
    InFlight.tenant(whole).awaits(ordered, "succeeded");
    location.holdsExactly(ordered, InFlight.tenant(web).server(ordered));
  }

  @Test
  void a_password_that_is_changed_at_one_signs_out_at_the_other() throws Exception {
    SimulatedLocation location = InFlight.location(whole);
    location.failAlways("create_machine", "quota");
    People person = People.OTHER_TENANT;
    Buyer buyer = new Buyer(ApiClient.signedIn(web.address(), person));
    String refresh = signIn(person.password()).expect(200).body().path("refresh_token").asText();
    Ordered parked = buyer.orders("two-parked", location.code());
    buyer.awaits(parked, "parked");
    location.clear();

    try (var client = HttpClient.newHttpClient()) {
      var follower = Follower.of(client, web.address(), parked, buyer.api().token());
      soon().until(follower::hasState);
      changePassword(person.password(), "another one of 4712");

      soon().until(follower::hasEnded);
    }

    assertThat(goOn(refresh).status()).isEqualTo(401);
    assertThat(signIn(person.password()).status()).isEqualTo(401);
    assertThat(signIn("another one of 4712").status()).isEqualTo(200);
    changePassword("another one of 4712", person.password());
    Buyer operator = new Buyer(location.admin());
    operator.commands(parked, "abort", Map.of("reason", "it was a test")).expect(202);
    operator.awaits(parked, "aborted");
    location.holdsNothing(parked);
  }

  private static Reply signIn(String password) {
    return ApiClient.anonymous(web.address())
        .post("/auth/login", Map.of("email", People.OTHER_TENANT.email(), "password", password));
  }

  private static Reply goOn(String refresh) {
    return ApiClient.anonymous(web.address())
        .post("/auth/refresh", Map.of("refresh_token", refresh));
  }

  private static void changePassword(String current, String next) {
    ApiClient.signedIn(whole.address(), People.OTHER_TENANT.email(), current)
        .put("/me/password", Map.of("current", current, "new", next))
        .expect(204);
  }

  @Test
  void while_the_one_that_builds_is_dead_the_other_answers_and_takes_orders() {
    InFlight orders = InFlight.of(whole, "two-killed", 3);

    whole.killJvm();
    Buyer tenant = InFlight.tenant(web);
    Ordered later = tenant.orders("two-later", "sim-1");

    for (Ordered ordered : orders.orders()) {
      assertThat(tenant.action(ordered).path("finished_at").isNull()).isTrue();
      assertThat(tenant.server(ordered).path("name").asText()).isEqualTo(ordered.name());
    }
    assertThat(tenant.action(later).path("status").asText()).isEqualTo("queued");

    whole.start();
    orders.allFinish();
    tenant.awaits(later, "succeeded");
    InFlight.location(web).holdsExactly(later, tenant.server(later));
  }

  @Test
  void a_worker_without_a_panel_builds_what_another_takes_and_stops_when_told() {
    Map<String, String> settings = new HashMap<>(whole.sharedSettings());
    settings.put("SLIPWAY_WEB_ENABLED", "false");
    SimulatedLocation location = InFlight.location(web).fast();
    Buyer tenant = InFlight.tenant(web);
    try (SlipwayProcess worker = SlipwayProcess.with(settings).start()) {
      whole.killJvm();

      Ordered ordered = tenant.orders("two-worker", location.code());

      tenant.awaits(ordered, "succeeded");
      location.holdsExactly(ordered, tenant.server(ordered));
      assertThat(worker.stop()).isZero();
    } finally {
      whole.start();
    }
  }

  @Test
  void a_worker_is_drained_from_the_other_process_which_outlives_the_database_too() {
    SimulatedLocation location = InFlight.location(web).fast();
    ApiClient admin = location.admin();
    String worker = admin.presentWorker();

    soon().until(() -> readiness(web).equals("200 up, worker up"));
    admin.post("/admin/workers/" + worker + "/drain", Map.of()).expect(202);
    soon().until(() -> admin.standingOf(worker).equals("offline"));
    // it takes orders; a worker that was killed before counts until it is missed
    soon().until(() -> readiness(web).equals("200 up, worker down"));
    assertThat(readiness(whole)).as("it should build them").isEqualTo("503 down, worker down");
    Buyer tenant = InFlight.tenant(web);
    Ordered waiting = tenant.orders("two-drained", location.code());

    // the whole one's PostgreSQL and Temporal end with it
    assertThat(whole.stop()).isZero();
    assertThat(tenant.api().get("/servers").expect(503).code()).isEqualTo("database_unavailable");

    whole.start();
    soon().until(() -> tenant.api().get("/servers").status() == 200);
    tenant.awaits(waiting, "succeeded");
    location.holdsExactly(waiting, tenant.server(waiting));
    assertThat(admin.presentWorker()).isNotEqualTo(worker);
  }

  private static String readiness(SlipwayProcess process) {
    Reply told = ApiClient.anonymous(process.address()).get("/health/ready");
    return "%d %s, worker %s"
        .formatted(
            told.status(),
            told.body().path("status").asText(),
            told.body().at("/worker/status").asText());
  }

  private static long stepsDone(JsonNode action) {
    return ApiClient.list(action.path("steps")).stream()
        .filter(step -> step.path("status").asText().equals("done"))
        .count();
  }

  private static ConditionFactory soon() {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
  }

  private static JsonNode json(String text) {
    try {
      return ApiClient.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
