package dev.slipway.deploy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.deploy.bench.bare.BareLoad;
import dev.slipway.deploy.system.ApiClient;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// Reads from a history how many bytes a workflow and its calls carry.
final class Carried {

  private Carried() {}

  /// The load of a bare workflow that carries as much, headers included.
  static BareLoad by(JsonNode history) {
    List<Integer> orders =
        attributes(history, "workflowExecutionStartedEventAttributes")
            .map(started -> bytes(started.path("input")))
            .toList();
    List<Integer> requests =
        attributes(history, "activityTaskScheduledEventAttributes")
            .map(call -> bytes(call.path("input")) + bytes(call.path("header")))
            .toList();
    List<Integer> results =
        attributes(history, "activityTaskCompletedEventAttributes")
            .map(end -> bytes(end.path("result")))
            .toList();
    return BareLoad.of(orders.getFirst(), requests, results);
  }

  private static Stream<JsonNode> attributes(JsonNode history, String kind) {
    return ApiClient.list(history.path("events")).stream()
        .map(event -> event.path(kind))
        .filter(JsonNode::isObject);
  }

  private static int bytes(JsonNode carried) {
    return carried.findValuesAsText("data").stream()
        .mapToInt(data -> Base64.getDecoder().decode(data).length)
        .sum();
  }
}
