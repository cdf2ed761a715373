package dev.slipway.ui.shell;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.aName;
import static dev.slipway.api.server.OrderFixtures.anOrder;
import static dev.slipway.api.server.OrderFixtures.order;
import static dev.slipway.api.server.OrderFixtures.orderedAction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import dev.slipway.api.Http.Answer;
import dev.slipway.api.http.ProblemType;
import dev.slipway.ui.http.WebServer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every problem of the list, received at the public port by somebody who brings it about. A new
/// one does not compile here before somebody says how.
class EveryProblemTest {
  private static final String SERVERS = "/api/v1/servers";
  private static final String PLANS = "/api/v1/plans";

  private static final ApiServer API =
      ApiServer.with(
          Map.of(
              "slipway.port", "0",
              "slipway.silence", "4s",
              "slipway.database.patience", "1s",
              "slipway.quota.servers", "2",
              "slipway.throttle.free", "1"));

  private final Http stranger = API.anonymous().at(API.bean(WebServer.class).address());
  private final Http tenant = as(API.tenantUser());
  private final Http operator = as(API.operator());

  private Http as(ApiServer.Person person) {
    return API.as(person).at(API.bean(WebServer.class).address());
  }

  static Stream<ProblemType> given() {
    return Stream.of(ProblemType.values()).filter(type -> !type.isReserved());
  }

  @ParameterizedTest
  @MethodSource("given")
  void somebody_receives_it(ProblemType type) {
    Answer answer = broughtAbout(type);

    assertThat(answer.text("/code")).as("%s", answer.body()).isEqualTo(type.code());
    assertThat(answer.text("/type")).isEqualTo(type.uri());
    assertThat(answer.at("/retryable").asBoolean()).isEqualTo(type.isRetryable());
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("X-Correlation-Id")).isEqualTo(answer.text("/correlation_id"));
    // what cannot be read may say closer why
    assertThat(answer.status())
        .isEqualTo(type == ProblemType.MALFORMED_REQUEST ? 431 : type.status())
        .isEqualTo(answer.at("/status").asInt());
  }

  private Answer broughtAbout(ProblemType type) {
    return switch (type) {
      case MALFORMED_JSON -> tenant.once(aKey()).post(SERVERS, "{");
      case MALFORMED_REQUEST -> tenant.with("X-Long", "x".repeat(20_000)).get(PLANS);
      case IDEMPOTENCY_KEY_MISSING -> tenant.post(SERVERS, anOrder(aName()));
      case UNAUTHENTICATED -> stranger.get(PLANS);
      case FORBIDDEN -> tenant.get("/api/v1/admin/attention");
      case RESOURCE_LIMIT_EXCEEDED -> beyondTheQuota();
      case NOT_FOUND -> tenant.get(SERVERS + "/srv_nobody");
      case METHOD_NOT_ALLOWED -> tenant.put(SERVERS, "{}");
      case NOT_ACCEPTABLE -> tenant.with("Accept", "text/html").get(PLANS);
      case CONFLICT -> startOfWhatIsGone();
      case LOCKED -> stop(order(tenant, aName()));
      case PROTECTED -> destructionOfWhatIsProtected();
      case UNIQUENESS_ERROR -> orderOfTheSameName();
      case COMMAND_NOT_ALLOWED -> retry(orderedAction(tenant));
      case IDEMPOTENCY_IN_PROGRESS -> repetitionWhileAtWork();
      case RESOURCE_UNAVAILABLE -> orderAtAClosedLocation();
      case PLACEMENT_ERROR -> machineOfAnySize();
      case PRECONDITION_FAILED -> change("\"99\"");
      case PAYLOAD_TOO_LARGE ->
          tenant.once(aKey()).post(SERVERS, "{\"user_data\":\"" + "x".repeat(300_000) + "\"}");
      case UNSUPPORTED_MEDIA_TYPE ->
          tenant.with("Content-Type", "text/xml").once(aKey()).post(SERVERS, "<a/>");
      case INVALID_INPUT -> tenant.get(SERVERS + "?page=0");
      case IDEMPOTENCY_KEY_REUSED -> anotherOrderUnderTheSameKey();
      case UNSUPPORTED_BY_PROVIDER -> stop(built());
      case PRECONDITION_REQUIRED -> change("");
      case RATE_LIMIT_EXCEEDED -> secondGuess();
      case INTERNAL_ERROR -> readingOfABrokenTable();
      case MAINTENANCE -> tenant.get("/api/v1/actions/" + orderedAction(tenant) + "?wait=30s");
      case ENGINE_UNAVAILABLE -> decisionWithoutAnEngine();
      case DATABASE_UNAVAILABLE -> readingWithoutADatabase();
      case TOTP_REQUIRED, PROVIDER_UNAVAILABLE ->
          throw new AssertionError("nobody brings about what is reserved");
    };
  }

  private static String server(Answer ordered) {
    return SERVERS + "/" + ordered.text("/server/id");
  }

  private Answer built() {
    Answer ordered = order(tenant, aName());
    API.tables().end(ordered.text("/action/id"), "succeeded");
    API.tables().server(ordered.text("/server/id"), "running");
    return ordered;
  }

  private Answer stop(Answer ordered) {
    return tenant.once(aKey()).post(server(ordered) + "/actions/stop", "{}");
  }

  private Answer retry(String action) {
    return operator.post("/api/v1/actions/" + action + "/commands", "{\"command\":\"retry\"}");
  }

  private Answer change(String version) {
    String path = server(order(tenant, aName()));
    return (version.isEmpty() ? tenant : tenant.with("If-Match", version)).patch(path, "{}");
  }

  private Answer beyondTheQuota() {
    order(tenant, aName());
    order(tenant, aName());
    return order(tenant, aName());
  }

  private Answer startOfWhatIsGone() {
    Answer ordered = order(tenant, aName());
    API.tables().end(ordered.text("/action/id"), "aborted");
    API.tables().server(ordered.text("/server/id"), "destroyed");
    return tenant.once(aKey()).post(server(ordered) + "/actions/start", "{}");
  }

  private Answer destructionOfWhatIsProtected() {
    String name = aName();
    String path = server(order(tenant, name));
    tenant.with("If-Match", "*").patch(path, "{\"protected\":true}");
    return tenant.once(aKey()).delete(path, "{\"confirm\":\"" + name + "\"}");
  }

  private Answer orderOfTheSameName() {
    String name = aName();
    order(tenant, name);
    return order(tenant, name);
  }

  private Answer repetitionWhileAtWork() {
    String key = aKey();
    String order = anOrder(aName());
    tenant.once(key).post(SERVERS, order);
    API.tables()
        .run("update idempotency_key set status = null, body = null where key = '" + key + "'");
    return tenant.once(key).post(SERVERS, order);
  }

  private Answer anotherOrderUnderTheSameKey() {
    Http keyed = tenant.once(aKey());
    keyed.post(SERVERS, anOrder(aName()));
    return keyed.post(SERVERS, anOrder(aName()));
  }

  private Answer orderAtAClosedLocation() {
    API.tables().run("update location set available = false where code = 'sim-3'");
    return tenant.once(aKey()).post(SERVERS, anOrder(aName()).replace("sim-1", "sim-3"));
  }

  private Answer machineOfAnySize() {
    String body =
        """
        {"name":"huge","image":"debian-13",
         "size":{"vcpus":100000,"memory_mib":2147483647,"disk_gib":2147483647}}
        """;
    return operator.post("/api/v1/admin/simulators/sim-2/machines", body);
  }

  private Answer secondGuess() {
    String wrong = "{\"email\":\"guess@example.org\",\"password\":\"wrong\"}";
    stranger.post("/api/v1/auth/login", wrong);
    return stranger.post("/api/v1/auth/login", wrong);
  }

  private Answer readingOfABrokenTable() {
    API.tables().run("alter table ssh_key rename to ssh_key_elsewhere");
    try {
      return tenant.get("/api/v1/ssh_keys");
    } finally {
      API.tables().run("alter table ssh_key_elsewhere rename to ssh_key");
    }
  }

  private Answer decisionWithoutAnEngine() {
    String action = orderedAction(tenant);
    API.tables().park(action, "create-machine", "capacity");
    API.engine().away(true);
    try {
      return retry(action);
    } finally {
      API.engine().away(false);
    }
  }

  private Answer readingWithoutADatabase() {
    API.tables().goAway();
    try {
      return tenant.get(SERVERS);
    } finally {
      API.tables().comeBack();
      await().until(() -> tenant.get(SERVERS).status() == 200);
    }
  }
}
