package dev.slipway.api.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Sets right what micronaut-openapi 6.20 writes wrongly for OpenAPI 3.1, adds what every operation
/// has, and brings all in an order that no build changes.
final class DescriptionMending {

  private static final List<String> PUBLIC = List.of("/api/v1/auth/", "/health/", "/metrics");

  private DescriptionMending() {}

  static Map<String, Object> mended(Map<String, Object> description) {
    Map<String, Object> tree = mendedMap(description);
    Map<String, Object> components = map(tree.get("components"));
    Map<String, Object> schemas = mendedSchemas(map(components.get("schemas")));
    components.put("schemas", schemas);
    components.put("responses", DescribedRefusals.components());
    components.put("headers", DescribedHeaders.components());
    var examples = new DescribedExamples();
    components.put("examples", examples.components());
    Map<String, Object> paths = new TreeMap<>(map(tree.get("paths")));
    paths.forEach((path, methods) ->
        map(methods)
            .forEach((method, operation) -> {
              demandBody(map(map(operation).get("requestBody")), schemas);
              complete(path, method, map(operation));
              examples.mend(map(operation));
            }));
    var headers = new DescribedHeaders(schemas);
    paths.values().forEach(methods -> headers.mend(map(methods)));
    tree.put("paths", paths);
    return DescribedNames.mended(tree);
  }

  private static Map<String, Object> mendedSchemas(Map<String, Object> written) {
    Map<String, Object> schemas = new TreeMap<>(written);
    var fields = new DescribedFields();
    schemas.forEach((name, schema) -> {
      SchemaMending.mendNamed(name, map(schema));
      fields.mend(name, map(schema));
    });
    return schemas;
  }

  private static void complete(String path, String method, Map<String, Object> operation) {
    operation.put("operationId", idOf(path, method));
    DescribedParameters.mend(path, method, operation);
    if (PUBLIC.stream().anyMatch(path::startsWith)) {
      // one of its own, for YAML would write an alias
      operation.put("security", new ArrayList<>());
    }
    Map<String, Object> answers = map(operation.get("responses"));
    answers.forEach((status, answer) -> tell(method, status, map(answer)));
    DescribedRefusals.of(path, method, operation)
        .forEach(map(operation.get("responses"))::putIfAbsent);
  }

  // the generator names a method of ours where nobody said anything
  private static void tell(String method, String status, Map<String, Object> answer) {
    if (String.valueOf(answer.get("description")).matches("\\w+ \\d{3} response")) {
      answer.put(
          "description",
          switch (status) {
            case "201" -> "What was made";
            case "202" -> "Accepted; it goes on by itself";
            case "204" -> "Done, with nothing to tell";
            default -> method.equals("get") ? "What was asked for" : "Done, and what came of it";
          });
    }
  }

  // a body with a field that is needed is needed itself
  private static void demandBody(Map<String, Object> body, Map<String, Object> schemas) {
    map(body.get("content"))
        .values()
        .forEach(content -> {
          if (DescribedFields.named(map(content), schemas).containsKey("required")) {
            body.put("required", true);
          }
        });
  }

  // the generator numbers equal names in the order it meets them, which differs between builds
  private static String idOf(String path, String method) {
    return method + path.replace("/api/v1", "").replaceAll("[^a-z_]+", "_").replaceAll("_$", "");
  }

  @SuppressWarnings("unchecked") // made by mendedMap
  static Map<String, Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  private static Map<String, Object> mendedMap(Map<?, ?> map) {
    Map<String, Object> mended = new LinkedHashMap<>();
    map.forEach((key, value) -> mended.put(key.toString(), mendedValue(value)));
    SchemaMending.mend(mended);
    return mended;
  }

  private static Object mendedValue(Object value) {
    return switch (value) {
      case Map<?, ?> map -> mendedMap(map);
      case List<?> list -> list.stream().map(DescriptionMending::mendedValue).toList();
      case String text -> text.replaceAll("\\\\([`\\[\\]])", "$1");
      default -> value;
    };
  }
}
