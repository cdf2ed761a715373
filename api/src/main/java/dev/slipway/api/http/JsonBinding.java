package dev.slipway.api.http;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes a record of a JSON tree without bending types: a number is no text, a text is no number. A
/// field that nobody reads is refused, for it is a slip of the pen, or meant for another server.
final class JsonBinding {

  private static final SnakeCaseStrategy NAMES = new SnakeCaseStrategy();

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private final FieldErrors errors;

  JsonBinding(FieldErrors errors) {
    this.errors = errors;
  }

  <T> T root(Class<T> type, JsonNode object) {
    return type.cast(
        Objects.requireNonNull(bean(BeanIntrospection.getIntrospection(type), object, "")));
  }

  private Object bean(BeanIntrospection<?> shape, JsonNode object, String pointer) {
    Argument<?>[] components = shape.getConstructorArguments();
    @Nullable Object[] values = new @Nullable Object[components.length];
    Set<String> known = new LinkedHashSet<>();
    for (int i = 0; i < components.length; i++) {
      String name = nameOf(components[i]);
      values[i] = value(components[i], object.get(name), pointer + "/" + name);
      known.add(name);
    }
    refuseOthers(object, known, pointer);
    return shape.instantiate(false, values);
  }

  private void refuseOthers(JsonNode object, Set<String> known, String pointer) {
    for (Map.Entry<String, JsonNode> each : object.entries()) {
      if (!known.contains(each.getKey())) {
        errors.add(
            pointer + "/" + escaped(each.getKey()),
            "unknown_field",
            known.isEmpty()
                ? "There are no fields here."
                : "There is no such field, but " + String.join(", ", known) + ".");
      }
    }
  }

  private static String escaped(String key) {
    return StorableText.of(key).replace("~", "~0").replace("/", "~1");
  }

  static String nameOf(Argument<?> component) {
    return component
        .getAnnotationMetadata()
        .stringValue(SerdeConfig.class, SerdeConfig.PROPERTY)
        .orElseGet(() -> NAMES.translate(component));
  }

  private @Nullable Object value(Argument<?> type, @Nullable JsonNode node, String pointer) {
    if (node == null || node.isNull()) {
      return null;
    }
    Class<?> wanted = type.getType();
    if (wanted == String.class) {
      return node.isString() ? text(node.getStringValue(), pointer) : wrong(pointer, "a text");
    }
    if (wanted == Boolean.class) {
      return node.isBoolean() ? node.getBooleanValue() : wrong(pointer, "true or false");
    }
    if (wanted == Integer.class) {
      return integer(node, pointer);
    }
    if (wanted == Double.class) {
      return isFinite(node) ? node.getDoubleValue() : wrong(pointer, "a number");
    }
    if (wanted == Instant.class) {
      return instant(node, pointer);
    }
    return container(type, node, pointer);
  }

  private @Nullable Object container(Argument<?> type, JsonNode node, String pointer) {
    Class<?> wanted = type.getType();
    if (wanted == List.class) {
      return node.isArray() ? list(type, node, pointer) : wrong(pointer, "a list");
    }
    if (wanted == Object.class) {
      return anything(node, pointer);
    }
    if (!node.isObject()) {
      return wrong(pointer, "an object");
    }
    return wanted == Map.class
        ? map(type, node, pointer)
        : bean(BeanIntrospection.getIntrospection(wanted), node, pointer);
  }

  private List<Object> list(Argument<?> type, JsonNode node, String pointer) {
    Argument<?> element = type.getFirstTypeVariable().orElse(Argument.OBJECT_ARGUMENT);
    List<Object> values = new ArrayList<>();
    int position = 0;
    for (JsonNode each : node.values()) {
      keep(values::add, element, each, pointer + "/" + position);
      position++;
    }
    return values;
  }

  private Map<String, Object> map(Argument<?> type, JsonNode node, String pointer) {
    Argument<?> element = type.getTypeVariable("V").orElse(Argument.OBJECT_ARGUMENT);
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : node.entries()) {
      String at = pointer + "/" + escaped(each.getKey());
      keep(value -> values.put(each.getKey(), value), element, each.getValue(), at);
    }
    return values;
  }

  private void keep(Consumer<Object> target, Argument<?> element, JsonNode node, String pointer) {
    Object value = value(element, node, pointer);
    if (value != null) {
      target.accept(value);
    } else if (node.isNull()) {
      errors.add(pointer, "type", pointer + " must not be null.");
    }
  }

  private @Nullable Object text(String text, String pointer) {
    if (StorableText.is(text)) {
      return text;
    }
    errors.add(pointer, "characters", pointer + " " + StorableText.RULE);
    return null;
  }

  private @Nullable Object anything(JsonNode node, String pointer) {
    if (node.isNumber() && !isFinite(node)) {
      return wrong(pointer, "a smaller number");
    }
    Object value = node.getValue();
    return value == null || text(value.toString(), pointer) == null ? null : value;
  }

  private @Nullable Object integer(JsonNode node, String pointer) {
    if (!isFinite(node)) {
      return wrong(pointer, "a whole number");
    }
    try {
      return new BigDecimal(node.getNumberValue().toString()).intValueExact();
    } catch (ArithmeticException tooMuch) {
      return wrong(pointer, "a whole number");
    }
  }

  /// Whether it is a number that a double can hold: a longer one was read as infinite.
  private static boolean isFinite(JsonNode node) {
    return node.isNumber() && Double.isFinite(node.getDoubleValue());
  }

  private @Nullable Object instant(JsonNode node, String pointer) {
    try {
      return node.isString()
          ? storable(OffsetDateTime.parse(node.getStringValue()).toInstant(), pointer)
          : wrong(pointer, "a time");
    } catch (DateTimeParseException wrong) {
      return wrong(pointer, "a time such as 2030-01-31T12:00:00Z");
    }
  }

  /// Years of four digits are all that a time of JSON has; the database keeps others as infinite,
  /// or not at all.
  private @Nullable Object storable(Instant time, String pointer) {
    if (!time.isBefore(FIRST) && time.isBefore(END)) {
      return time;
    }
    errors.add(pointer, "out_of_range", pointer + " must be in the years 0001 to 9999.");
    return null;
  }

  private @Nullable Object wrong(String pointer, String wanted) {
    errors.add(pointer, "type", pointer + " must be " + wanted + ".");
    return null;
  }
}
