package dev.slipway.api.http;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.type.Argument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the records that cross HTTP say about their components and the generator does not
/// understand.
final class DescribedFields {

  private static final String TYPE = "type";
  private static final String REQUIRED = "required";
  private static final String CHOICE = "anyOf";

  private final Map<String, BeanIntrospection<Object>> records = new TreeMap<>();

  DescribedFields() {
    BeanIntrospector.SHARED
        .findIntrospections(Wire.class)
        .forEach(record -> records.put(nameOf(record.getBeanType()), record));
  }

  // as the generator names them
  static String nameOf(Class<?> type) {
    // from the class: the generator takes what it reads itself out of the introspection
    Schema said = type.getAnnotation(Schema.class);
    return said == null || said.name().isEmpty() ? pathOf(type) : said.name();
  }

  private static String pathOf(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return (outer == null ? "" : pathOf(outer)) + type.getSimpleName();
  }

  /// The schema that the content of a message refers to, empty when it names none.
  static Map<String, Object> named(Map<String, Object> content, Map<String, Object> schemas) {
    String reference = String.valueOf(DescriptionMending.map(content.get("schema")).get("$ref"));
    return DescriptionMending.map(schemas.get(reference.substring(reference.lastIndexOf('/') + 1)));
  }

  /// Mends the schema of a record.
  void mend(String name, Map<String, Object> schema) {
    BeanIntrospection<Object> record = records.get(name);
    if (record != null) {
      for (Argument<?> component : record.getConstructorArguments()) {
        mend(component, schema);
      }
    }
  }

  private static void mend(Argument<?> component, Map<String, Object> schema) {
    AnnotationMetadata said = component.getAnnotationMetadata();
    if (said.hasAnnotation(Needed.class)) {
      String field = JsonBinding.nameOf(component);
      said.stringValue(Needed.class, "or")
          .ifPresentOrElse(
              other -> schema.put("oneOf", List.of(given(field, schema), given(other, schema))),
              () -> demand(field, schema));
    }
    said.enumValue(Among.class, Vocabulary.class)
        .ifPresent(words -> restrict(property(JsonBinding.nameOf(component), schema), words));
  }

  private static void restrict(Map<String, Object> property, Vocabulary vocabulary) {
    List<@Nullable Object> words = new ArrayList<>(vocabulary.words());
    if (property.get("items") instanceof Map<?, ?> items) {
      DescriptionMending.map(items).put("enum", words);
      return;
    }
    if (property.get(TYPE) instanceof List<?>) {
      words.add(null);
    }
    property.put("enum", words);
  }

  private static Map<String, Object> property(String field, Map<String, Object> schema) {
    return DescriptionMending.map(DescriptionMending.map(schema.get("properties")).get(field));
  }

  private static Map<String, Object> given(String field, Map<String, Object> schema) {
    Object type =
        property(field, schema).get(TYPE) instanceof List<?> types ? types.getFirst() : "object";
    return new TreeMap<>(
        Map.of(REQUIRED, List.of(field), "properties", Map.of(field, Map.of(TYPE, type))));
  }

  private static void demand(String field, Map<String, Object> schema) {
    Map<String, Object> property = property(field, schema);
    if (property.get(TYPE) instanceof List<?> types) {
      property.put(TYPE, types.getFirst());
    } else if (property.remove(CHOICE) instanceof List<?> choices) {
      property.putAll(DescriptionMending.map(choices.getFirst()));
    }
    List<Object> required = new ArrayList<>();
    if (schema.get(REQUIRED) instanceof List<?> before) {
      required.addAll(before);
    }
    required.add(field);
    schema.put(REQUIRED, required);
  }
}
