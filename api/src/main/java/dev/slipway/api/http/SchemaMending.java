package dev.slipway.api.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the generator gets wrong in schemas: nullable fields become of any type and nullable
/// references of none, records are no objects, a choice for the elements of a list is written as
/// one for the list, and nobody may leave out what may be null.
final class SchemaMending {

  private static final String NULL = "null";
  private static final String TYPE = "type";
  private static final String CHOICE = "anyOf";
  private static final String OBJECT = "object";

  private SchemaMending() {}

  /// Mends a map of the description, if it is a schema.
  static void mend(Map<String, Object> schema) {
    mendType(schema);
    mendChoice(schema);
    if (schema.get("properties") instanceof Map<?, ?> properties) {
      schema.putIfAbsent(TYPE, OBJECT);
      // a record that has a name of its own gets a field of that name
      properties.values().removeIf(SchemaMending::isStray);
      if (schema.get("required") instanceof List<?> required) {
        schema.put("required", required.stream().filter(properties::containsKey).toList());
      }
    }
  }

  /// Mends what depends on the schema's name: what is sent has no other fields, and may be left out
  /// where it may be null.
  static void mendNamed(String name, Map<String, Object> schema) {
    if (!name.endsWith("Input")) {
      return;
    }
    schema.put("additionalProperties", false);
    if (schema.get("required") instanceof List<?> required) {
      mendRequired(schema, required);
    }
  }

  private static void mendRequired(Map<String, Object> schema, List<?> required) {
    Map<String, Object> properties = DescriptionMending.map(schema.get("properties"));
    List<?> needed =
        required.stream()
            .filter(field -> !isNullable(DescriptionMending.map(properties.get(field.toString()))))
            .toList();
    if (needed.isEmpty()) {
      schema.remove("required");
    } else {
      schema.put("required", needed);
    }
  }

  private static void mendType(Map<String, Object> schema) {
    if (NULL.equals(schema.get(TYPE))) {
      if (schema.remove("allOf") instanceof List<?> choices) {
        schema.remove(TYPE);
        schema.put(CHOICE, orNull(choices));
      } else {
        schema.put(TYPE, List.of(OBJECT, NULL));
      }
    } else if (schema.get(TYPE) instanceof List<?> types && types.size() > 2) {
      schema.put(TYPE, types.stream().filter(type -> !OBJECT.equals(type)).toList());
    }
  }

  // any, not one: an operator's action has all fields of a tenant's
  private static void mendChoice(Map<String, Object> schema) {
    if (!(schema.remove("oneOf") instanceof List<?> choices)) {
      return;
    }
    Object type = schema.get(TYPE);
    if ("array".equals(type)) {
      Map<String, Object> items = new LinkedHashMap<>();
      items.put(CHOICE, choices);
      schema.put("items", items);
    } else if (type instanceof List<?> types && types.contains(NULL)) {
      schema.remove(TYPE);
      schema.put(CHOICE, orNull(choices));
    } else {
      schema.put(CHOICE, choices);
    }
  }

  private static List<Object> orNull(List<?> choices) {
    List<Object> more = new ArrayList<>(choices);
    more.add(Map.of(TYPE, NULL));
    return more;
  }

  private static boolean isStray(@Nullable Object property) {
    return property instanceof Map<?, ?> schema && schema.get("name") instanceof String;
  }

  private static boolean isNullable(Map<String, Object> property) {
    return (property.get(TYPE) instanceof List<?> types && types.contains(NULL))
        || (property.get(CHOICE) instanceof List<?> choices
            && choices.contains(Map.of(TYPE, NULL)));
  }
}
