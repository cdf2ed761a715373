package dev.slipway.api.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Sets right what micronaut-openapi 6.20 writes wrongly for OpenAPI 3.1: nullable fields become of
/// any type, nullable references of none. And it adds what every operation has, its refusals, and
/// brings all in an order that no build changes.
final class DescriptionMending {

  private static final String NULL = "null";

  private DescriptionMending() {}

  static Map<String, Object> mended(Map<String, Object> description) {
    Map<String, Object> tree = mendedMap(description);
    Map<String, Object> paths = new TreeMap<>(map(tree.get("paths")));
    paths.forEach((path, methods) ->
        map(methods).forEach((method, operation) -> complete(path, method, map(operation))));
    tree.put("paths", paths);
    Map<String, Object> components = map(tree.get("components"));
    components.put("schemas", new TreeMap<>(map(components.get("schemas"))));
    return tree;
  }

  private static void complete(String path, String method, Map<String, Object> operation) {
    operation.put("operationId", idOf(path, method));
    map(operation.get("responses")).put("default", refusal());
  }

  // the generator numbers equal names in the order it meets them, which differs between builds
  private static String idOf(String path, String method) {
    return method + path.replace("/api/v1", "").replaceAll("[^a-z_]+", "_").replaceAll("_$", "");
  }

  @SuppressWarnings("unchecked") // made by mendedMap
  private static Map<String, Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  // anew each time: YAML would write a second use as an alias
  private static Map<String, Object> refusal() {
    Map<String, Object> problem = Map.of("$ref", "#/components/schemas/Problem");
    Map<String, Object> refusal = new LinkedHashMap<>();
    refusal.put("description", "A refusal");
    refusal.put("content", Map.of("application/problem+json", Map.of("schema", problem)));
    return refusal;
  }

  private static Map<String, Object> mendedMap(Map<?, ?> map) {
    Map<String, Object> mended = new LinkedHashMap<>();
    map.forEach((key, value) -> mended.put(key.toString(), mendedValue(value)));
    if (NULL.equals(mended.get("type"))) {
      return nullable(mended);
    }
    if (mended.get("type") instanceof List<?> types && types.size() > 2) {
      mended.put("type", types.stream().filter(type -> !"object".equals(type)).toList());
    }
    return mended;
  }

  private static Map<String, Object> nullable(Map<String, Object> schema) {
    if (!schema.containsKey("allOf")) {
      schema.put("type", List.of("object", NULL));
      return schema;
    }
    schema.remove("type");
    List<Object> choices = new ArrayList<>((List<?>) schema.remove("allOf"));
    choices.add(Map.of("type", NULL));
    schema.put("anyOf", choices);
    return schema;
  }

  private static Object mendedValue(Object value) {
    return switch (value) {
      case Map<?, ?> map -> mendedMap(map);
      case List<?> list -> list.stream().map(DescriptionMending::mendedValue).toList();
      default -> value;
    };
  }
}
