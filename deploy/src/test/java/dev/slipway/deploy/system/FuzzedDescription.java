package dev.slipway.deploy.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The API's description with values that exist in a running Slipway beside those that are made up:
/// without them a fuzz meets nothing but `not_found`.
final class FuzzedDescription {

  private final ObjectNode tree;

  private FuzzedDescription(ObjectNode tree) {
    this.tree = tree;
  }

  static FuzzedDescription of(ApiClient api) {
    return new FuzzedDescription((ObjectNode) api.get("/openapi.json").expect(200).body());
  }

  /// Adds values of a parameter; the first one is always tried.
  ///
  /// @param operations a regular expression of operation ids
  FuzzedDescription parameter(String operations, String name, List<String> values) {
    each(
        operations,
        operation -> {
          for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("name").asText().equals(name)) {
              good((ObjectNode) parameter, values).put("required", true);
            }
          }
        });
    return this;
  }

  /// Adds bodies that are accepted; the first one is always tried.
  FuzzedDescription body(String operation, Object... bodies) {
    each(
        operation,
        each ->
            good((ObjectNode) each.at("/requestBody/content/application~1json"), List.of(bodies)));
    return this;
  }

  /// Adds a body that is tried once: what is slow on purpose is not asked for fifty times.
  FuzzedDescription example(String operation, Object body) {
    each(
        operation,
        each ->
            ((ObjectNode) each.at("/requestBody/content/application~1json"))
                .set("example", ApiClient.JSON.valueToTree(body)));
    return this;
  }

  /// Every operation as `GET /path`.
  List<String> operations() {
    return operations(operation -> true);
  }

  /// Those that take a path, a query, a header or a body.
  List<String> operationsWithInput() {
    return operations(
        operation -> !operation.path("parameters").isEmpty() || operation.has("requestBody"));
  }

  private List<String> operations(Predicate<JsonNode> wanted) {
    return tree.path("paths").properties().stream()
        .flatMap(path ->
            path.getValue().properties().stream()
                .filter(operation -> wanted.test(operation.getValue()))
                .map(
                    operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
        .toList();
  }

  Path writtenTo(Path file) {
    try {
      return Files.writeString(file, tree.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }

  private void each(String operations, Consumer<ObjectNode> change) {
    for (JsonNode path : tree.path("paths")) {
      for (JsonNode operation : path) {
        if (operation.path("operationId").asText().matches(operations)) {
          change.accept((ObjectNode) operation);
        }
      }
    }
  }

  private static ObjectNode good(ObjectNode target, List<?> values) {
    ArrayNode choices = ApiClient.JSON.createArrayNode();
    choices.addObject().set("enum", ApiClient.JSON.valueToTree(values));
    choices.add(target.path("schema"));
    target.putObject("schema").set("anyOf", choices);
    target.set("example", ApiClient.JSON.valueToTree(values.getFirst()));
    return target;
  }
}
