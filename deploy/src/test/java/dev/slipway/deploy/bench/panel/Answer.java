package dev.slipway.deploy.bench.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.deploy.system.ApiClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What the panel answers to what a page says: how the page changes (Vaadin's UIDL).
///
/// @param text as it came
/// @param json what it says
record Answer(String text, JsonNode json) {

  private static final int LISTENERS = 4;
  private static final String CONFIRM = "return $0.$connector.confirm($1)";

  /// Columns do not fire what they tell of when they are drawn.
  private static final Set<String> OF_COLUMNS =
      Set.of("frozen-changed", "frozen-to-end-changed", "resizable-changed", "text-align-changed");

  /// @throws AssertionError for what is no change of the page: an error, an end of the session, or
  ///   the page anew because the two sides do not agree
  static Answer of(String text) {
    try {
      JsonNode json = ApiClient.JSON.readTree(text);
      assertThat(json.has("syncId") && !json.has("meta") && !json.has("resynchronize"))
          .as(() -> "an answer that only changes the page: " + text)
          .isTrue();
      return new Answer(text, json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }

  int syncId() {
    return json.path("syncId").asInt();
  }

  /// The elements of a tag, in the order they were made known.
  List<Integer> elements(String tag) {
    return changes()
        .filter(each -> each.path("key").asText().equals("tag"))
        .filter(each -> each.path("value").asText().equals(tag))
        .map(each -> each.path("node").asInt())
        .toList();
  }

  /// What a browser tells when it has drawn the change, empty when nothing.
  List<Map<String, Object>> echo() {
    return Stream.concat(
            changes()
                .filter(each -> each.path("feat").asInt() == LISTENERS)
                .filter(each -> isFiredOnDrawing(each.path("key").asText()))
                .map(each -> event(each.path("node").asInt(), each.path("key").asText(), Map.of())),
            ApiClient.list(json.path("execute")).stream()
                .filter(call -> call.path(call.size() - 1).asText().equals(CONFIRM))
                .map(call -> confirmation(call.path(0).path("@v-node").asInt(), call.path(1))))
        .toList();
  }

  private static boolean isFiredOnDrawing(String event) {
    return event.endsWith("-changed") && !OF_COLUMNS.contains(event);
  }

  private Stream<JsonNode> changes() {
    return ApiClient.list(json.path("changes")).stream();
  }

  static Map<String, Object> event(int element, String event, Map<String, ?> data) {
    return Map.of("type", "event", "node", element, "event", event, "data", data);
  }

  private static Map<String, Object> confirmation(int grid, JsonNode update) {
    return Map.of(
        "type",
        "publishedEventHandler",
        "node",
        grid,
        "templateEventMethodName",
        "confirmUpdate",
        "templateEventMethodArgs",
        List.of(update),
        "promise",
        0);
  }
}
