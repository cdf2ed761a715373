package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/// Somebody who orders servers, watches them being built, and decides about them.
///
/// @param api the API as this person uses it
public record Buyer(ApiClient api) {

  static final Set<String> FINAL = Set.of("succeeded", "aborted", "failed");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  public static Map<String, Object> order(String name, String location) {
    return Map.of(
        "name",
        name,
        "plan",
        "s-1",
        "image",
        "debian-13",
        "location",
        location,
        "networks",
        List.of("public"));
  }

  Ordered orders(String name, String location) {
    return orders(name, location, UUID.randomUUID().toString());
  }

  Ordered orders(String name, String location, String key) {
    return Ordered.of(api.post("/servers", order(name, location), key).expect(201).body());
  }

  JsonNode server(Ordered ordered) {
    return api.get("/servers/" + ordered.server()).expect(200).body().path("server");
  }

  JsonNode action(Ordered ordered) {
    return api.get("/actions/" + ordered.action()).expect(200).body().path("action");
  }

  /// The action once it is as wanted.
  JsonNode awaits(Ordered ordered, Predicate<JsonNode> wanted) {
    return awaits(ordered, PATIENCE, wanted);
  }

  JsonNode awaits(Ordered ordered, Duration patience, Predicate<JsonNode> wanted) {
    return Awaitility.await(ordered.action())
        .atMost(patience)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> action(ordered), action -> wanted.test(action) || goesOn(action));
  }

  private static boolean goesOn(JsonNode action) {
    assertThat(action.path("status").asText()).as("%s", action).isNotIn(FINAL);
    return false;
  }

  JsonNode awaits(Ordered ordered, String status) {
    return awaits(ordered, action -> action.path("status").asText().equals(status));
  }

  /// The action once it is parked, and not by a parking that was seen before.
  JsonNode awaitsParking(Ordered ordered, int after) {
    return awaits(
        ordered,
        action ->
            action.path("status").asText().equals("parked")
                && action.path("parking").path("number").asInt() > after);
  }

  Reply commands(Ordered ordered, String command, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("command", command);
    return api.post("/actions/" + ordered.action() + "/commands", body);
  }

  /// Retries the present parking.
  void retries(Ordered ordered, JsonNode parked) {
    commands(ordered, "retry", Map.of("parking", parkingOf(parked))).expect(202);
  }

  static int parkingOf(JsonNode action) {
    return action.path("parking").path("number").asInt();
  }

  static JsonNode step(JsonNode action, String id) {
    return ApiClient.list(action.path("steps")).stream()
        .filter(step -> step.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no step " + id + " in " + action));
  }
}
