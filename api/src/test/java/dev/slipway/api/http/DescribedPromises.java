package dev.slipway.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reads promises off a description. Names of schemas are none, but where an answer has one of
/// several, such as `Action` for tenants and `OperatorAction` for operators.
///
/// Limits are those of what is sent: an answer that keeps closer ones breaks nothing.
final class DescribedPromises {

  private static final String REF = "$ref";

  private static final List<String> LIMITS =
      List.of("minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "pattern");

  private final JsonNode description;
  private final SortedMap<String, SortedSet<String>> lines = new TreeMap<>();

  DescribedPromises(JsonNode description) {
    this.description = description;
    for (var path : description.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        String method = operation.getKey().toUpperCase(Locale.ROOT);
        read(method + " " + path.getKey(), operation.getValue());
      }
    }
    JsonNode codes = description.at("/components/schemas/Problem/properties/code/enum");
    codes.forEach(code -> at("problems").add(code.asText()));
  }

  SortedMap<String, SortedSet<String>> lines() {
    return lines;
  }

  private SortedSet<String> at(String place) {
    return lines.computeIfAbsent(place, _ -> new TreeSet<>());
  }

  private void read(String operation, JsonNode said) {
    SortedSet<String> parameters = at(operation);
    for (JsonNode each : said.path("parameters")) {
      JsonNode parameter = resolved(each);
      String name = parameter.path("in").asText() + "." + parameter.path("name").asText();
      JsonNode schema = parameter.path("schema");
      parameters.addAll(typed(name, schema));
      words(operation + " " + name, resolved(schema));
      limits(operation, name, schema);
      if (parameter.path("required").asBoolean() && !name.startsWith("path.")) {
        at(operation + " needs").add(name);
      }
    }
    for (JsonNode content : said.at("/requestBody/content")) {
      read(operation + " takes", "", content.path("schema"), Set.of());
    }
    for (var response : said.path("responses").properties()) {
      if (response.getKey().startsWith("2")) {
        answer(operation + " " + response.getKey(), resolved(response.getValue()));
      }
    }
  }

  private void answer(String place, JsonNode response) {
    SortedSet<String> kinds = at(place);
    for (var content : response.path("content").properties()) {
      kinds.add(content.getKey().replace(" ", ""));
      read(place, "", content.getValue().path("schema"), Set.of());
    }
    for (var header : response.path("headers").properties()) {
      // drafts of the IETF change those of limits still
      if (!header.getKey().startsWith("RateLimit")) {
        at(place + " headers").add(header.getKey());
      }
    }
  }

  private void read(String place, String path, JsonNode said, Set<String> above) {
    String reference = said.path(REF).asText();
    if (above.contains(reference)) {
      return;
    }
    Set<String> here = new HashSet<>(above);
    if (!reference.isEmpty()) {
      here.add(reference);
    }
    JsonNode schema = resolved(said);
    String line = path.isEmpty() ? place : place + " " + path;
    words(line, schema);
    boolean isOneOfSeveral = named(schema.path("anyOf")) > 1;
    for (JsonNode choice : schema.path("anyOf")) {
      if (isOneOfSeveral) {
        String name = choice.path(REF).asText().replaceFirst(".*/", "");
        at(line + " is").add(name);
        read(name, "", choice, Set.of());
      } else {
        read(place, path, choice, here);
      }
    }
    if (schema.has("items")) {
      read(place, path + "[]", schema.path("items"), here);
    }
    if (schema.has("properties")) {
      fields(place, path, schema, here);
    }
  }

  private void fields(String place, String path, JsonNode schema, Set<String> above) {
    String line = place + " " + (path.isEmpty() ? "." : path);
    for (var field : schema.path("properties").properties()) {
      at(line).addAll(typed(field.getKey(), field.getValue()));
      if (isRequest(place)) {
        limits(line, field.getKey(), field.getValue());
      }
      String inner = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      read(place, inner, field.getValue(), above);
    }
    String needed = line + (isRequest(place) ? " needs" : " always");
    schema.path("required").forEach(name -> at(needed).add(name.asText()));
  }

  private static boolean isRequest(String place) {
    return place.endsWith(" takes");
  }

  private void words(String line, JsonNode schema) {
    schema.path("enum").forEach(word -> at(line + " of").add(word.asText()));
    schema.at("/items/enum").forEach(word -> at(line + "[] of").add(word.asText()));
  }

  /// A name with its types, and once more with those of its items.
  private SortedSet<String> typed(String name, JsonNode said) {
    SortedSet<String> words = new TreeSet<>();
    words.add(name + ":" + String.join("|", types(said)));
    items(said)
        .filter(items -> !types(items).isEmpty())
        .forEach(items -> words.add(name + "[]:" + String.join("|", types(items))));
    return words;
  }

  private Stream<JsonNode> items(JsonNode said) {
    JsonNode schema = resolved(said);
    return schema.has("items")
        ? Stream.of(schema.path("items"))
        : schema.path("anyOf").valueStream().flatMap(this::items);
  }

  private void limits(String line, String name, JsonNode said) {
    JsonNode schema = resolved(said);
    LIMITS.stream()
        .filter(schema::has)
        .forEach(limit ->
            at(line + " limits")
                .add(name + "." + limit + "=" + schema.path(limit).asText().replace(" ", "\\x20")));
    schema.path("anyOf").forEach(choice -> limits(line, name, choice));
    items(said).forEach(items -> limits(line, name + "[]", items));
  }

  private static long named(JsonNode choices) {
    return choices.valueStream().filter(choice -> choice.has(REF)).count();
  }

  private SortedSet<String> types(JsonNode said) {
    JsonNode schema = resolved(said);
    SortedSet<String> types = new TreeSet<>();
    schema.path("anyOf").forEach(choice -> types.addAll(types(choice)));
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      type.forEach(each -> types.add(each.asText()));
    } else if (type.isTextual()) {
      types.add(type.asText());
    }
    return types;
  }

  private JsonNode resolved(JsonNode node) {
    JsonNode found = node;
    while (found.has(REF)) {
      found = description.at(found.path(REF).asText().substring(1));
    }
    return found;
  }
}
