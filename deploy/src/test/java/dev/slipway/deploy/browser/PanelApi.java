package dev.slipway.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/// The API behind the panel: it prepares what a test wants to look at.
final class PanelApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int QUICK = 200;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String address;
  private final String token;

  private PanelApi(String address, String token) {
    this.address = address;
    this.token = token;
  }

  static PanelApi signedIn(String address, Person person) {
    var credentials = Map.of("email", person.email(), "password", person.password());
    var answer = new PanelApi(address, "").send("POST", "/auth/login", credentials);
    return new PanelApi(address, answer.path("access_token").asText());
  }

  /// Changes a person's password to what it is, which ends his other sessions all the same.
  void changesPassword(Person person) {
    send("PUT", "/me/password", Map.of("current", person.password(), "new", person.password()));
  }

  /// A public key that nobody has.
  static String aPublicKey() {
    var secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    var type = "ssh-ed25519".getBytes(StandardCharsets.US_ASCII);
    var blob = ByteBuffer.allocate(8 + type.length + secret.length);
    blob.putInt(type.length).put(type).putInt(secret.length).put(secret);
    return "ssh-ed25519 " + Base64.getEncoder().encodeToString(blob.array());
  }

  /// Stores an SSH key.
  void addsKey(String name) {
    send("POST", "/ssh_keys", Map.of("name", name, "public_key", aPublicKey()));
  }

  /// The action of a new order.
  String orders(String name, String location) {
    var order = Map.of("name", name, "plan", "s-1", "image", "debian-12", "location", location);
    return send("POST", "/servers", order).path("action").path("id").asText();
  }

  /// The id of the server of a name.
  String serverId(String name) {
    return servers(name).path(0).path("id").asText();
  }

  /// The servers of a name that one may see.
  JsonNode servers(String name) {
    return get("/servers?q=" + name).path("servers");
  }

  /// The addresses that a location gave to an action, those it took back included.
  List<JsonNode> addresses(String location, String action) {
    return get("/admin/simulators/" + location + "/addresses")
        .path("addresses")
        .valueStream()
        .filter(address -> address.path("action_id").asText().equals(action))
        .toList();
  }

  JsonNode awaits(String action, String status) {
    return Awaitility.await(action + " is " + status)
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> get("/actions/" + action).path("action"),
            found -> found.path("status").asText().equals(status));
  }

  /// Takes an order back.
  void aborts(String action, String reason) {
    send("POST", "/actions/" + action + "/commands", Map.of("command", "abort", "reason", reason));
  }

  /// What the provider calls the parts of an order.
  List<String> externalIds(String action) {
    var ids = get("/actions/" + action).findValuesAsText("external_id");
    ids.removeIf(String::isEmpty);
    assertThat(ids).as("external ids of " + action).isNotEmpty();
    return ids;
  }

  /// Every machine that is ordered there meets this fault until the faults are cleared.
  void failEveryMachine(String location, String fault) {
    failEvery(location, "create_machine", fault);
  }

  /// Every such operation there meets this fault until the faults are cleared.
  void failEvery(String location, String operation, String fault) {
    var rule =
        Map.of(
            "operation",
            operation,
            "fault",
            fault,
            "times",
            1000,
            "probability",
            1.0,
            "latency_ms",
            0);
    faults(location, List.of(rule));
  }

  void clearFaults(String location) {
    faults(location, List.of());
  }

  private void faults(String location, List<?> rules) {
    send("PUT", "/admin/simulators/" + location + "/faults", Map.of("faults", rules));
  }

  /// Ends what it was returned for.
  interface Spell extends AutoCloseable {
    @Override
    void close();
  }

  /// Makes a location take its time for a spell, so that an order can be watched.
  Spell slow(String location, int milliseconds) {
    tasksTake(location, milliseconds);
    return () -> quick(location);
  }

  /// Makes a location as quick as it is for all who watch no order.
  void quick(String location) {
    tasksTake(location, QUICK);
  }

  private void tasksTake(String location, int milliseconds) {
    var timing =
        Map.of(
            "create_ms", milliseconds,
            "power_ms", milliseconds,
            "configure_ms", milliseconds,
            "delete_ms", milliseconds,
            "variance", 0.0);
    send("PUT", "/admin/simulators/" + location + "/timing", timing);
  }

  /// Host and port of its frontend.
  String temporalAddress() {
    return get("/admin/temporal").path("temporal").path("address").asText();
  }

  String temporalWebUi() {
    return get("/admin/temporal").path("temporal").path("web_ui_url").asText();
  }

  JsonNode get(String path) {
    return answer(request(path).GET().build());
  }

  private JsonNode send(String method, String path, Object body) {
    try {
      var content = HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
      return answer(
          request(path)
              .method(method, content)
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", UUID.randomUUID().toString())
              .build());
    } catch (IOException e) {
      throw new AssertionError(path, e);
    }
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(address).resolve("/api/v1" + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static JsonNode answer(HttpRequest request) {
    try {
      var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isLessThan(300);
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
