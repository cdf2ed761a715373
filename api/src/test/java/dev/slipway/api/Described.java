package dev.slipway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Holds what the API answers to its description: each answer that any test sees has a status, a
/// media type, headers and a body that are described, and no field beyond.
final class Described {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final String DATA = "data:";
  private static final Pattern END = Pattern.compile("\\s*\\{\"reason\":\"[a-z_]+\"}");
  private static final JsonNode ACTION =
      JSON.createObjectNode().put("$ref", "#/components/schemas/ActionBody");
  private static final String CHOICES = "anyOf";
  private static final String OF_TENANTS = "#/components/schemas/Action";
  private static final String OF_OPERATORS = "#/components/schemas/OperatorAction";
  private static final Map<String, Described> KNOWN = new ConcurrentHashMap<>();

  private final JsonNode tree;
  private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();

  private Described(JsonNode tree, String hidden) {
    this.tree = tree;
    tree.at("/components/schemas").forEach(Described::close);
    hide(tree, hidden);
  }

  /// The description a server gives of itself; the same of every server of this build. Of an
  /// action's two schemas it has the one for this caller only.
  static Described by(URI server, boolean isOperator) {
    return KNOWN.computeIfAbsent(
        isOperator ? OF_TENANTS : OF_OPERATORS,
        hidden -> new Described(read(server.resolve("/api/v1/openapi.json")), hidden));
  }

  private static void hide(JsonNode node, String hidden) {
    if (node.path(CHOICES) instanceof ArrayNode choices && choices.size() > 1) {
      choices.removeIf(choice -> choice.path("$ref").asText().equals(hidden));
    }
    node.forEach(child -> hide(child, hidden));
  }

  /// @throws AssertionError when an answer is not as described
  void check(String method, String path, HttpResponse<String> answer) {
    template(path.replaceFirst("[?#].*", ""))
        .map(template -> tree.at("/paths").path(template).path(method.toLowerCase(Locale.ROOT)))
        .filter(operation -> !operation.isMissingNode())
        .ifPresent(operation -> check(method + " " + path, operation, answer));
  }

  private void check(String what, JsonNode operation, HttpResponse<String> answer) {
    String where = what + " answered " + answer.statusCode();
    JsonNode response = resolved(operation.at("/responses/" + answer.statusCode()));
    if (response.isMissingNode()) {
      throw new AssertionError(where + ", which is not described: " + answer.body());
    }
    checkHeaders(where, response.path("headers"), answer.headers());
    String type = bare(answer.headers().firstValue("Content-Type").orElse(""));
    if (answer.body().isEmpty()) {
      return;
    }
    JsonNode content =
        response.path("content").properties().stream()
            .filter(each -> bare(each.getKey()).equals(type))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(
                () -> new AssertionError(where + " as " + type + ", which is not described"));
    if (type.endsWith("json")) {
      checkBody(where, content.path("schema"), answer.body());
    } else if (type.equals("text/event-stream")) {
      checkEvents(where, answer.body().lines());
    }
  }

  private void checkHeaders(String where, JsonNode described, HttpHeaders sent) {
    for (var known : tree.at("/components/headers").properties()) {
      String name = known.getKey();
      Optional<String> value = sent.firstValue(name);
      if (value.isPresent() && !described.has(name)) {
        throw new AssertionError(where + " with " + name + ", which is not described");
      }
      if (value.isEmpty() && isRequired(described.path(name))) {
        throw new AssertionError(where + " without " + name);
      }
      value.ifPresent(text -> checkHeader(where, known.getValue().path("schema"), text));
    }
  }

  /// One answer may leave out what others always have.
  private boolean isRequired(JsonNode header) {
    return tree.at(header.path("$ref").asText().replace("#", "")).path("required").asBoolean();
  }

  private void checkHeader(String where, JsonNode schema, String text) {
    boolean isNumber = schema.path("type").asText().equals("integer");
    checkBody(where, schema, isNumber ? text : TextNode.valueOf(text).toString());
  }

  /// Holds the lines of an action's stream to what is described, those that are data: each is the
  /// action, but the last one may say why the stream ends early.
  ///
  /// @throws AssertionError when one is not as described
  void checkEvents(String where, Stream<String> lines) {
    lines
        .filter(line -> line.startsWith(DATA))
        .map(line -> line.substring(DATA.length()))
        .filter(data -> !END.matcher(data).matches())
        .forEach(data -> checkBody(where, ACTION, data));
  }

  private static String bare(String mediaType) {
    return mediaType.replaceFirst(";.*", "").strip();
  }

  /// The whole description.
  JsonNode tree() {
    return tree;
  }

  /// Holds a body to a schema.
  ///
  /// @throws AssertionError when it is not as described
  void checkBody(String where, JsonNode schema, String body) {
    try {
      var faults = compiled.computeIfAbsent(schema, this::compile).validate(JSON.readTree(body));
      if (!faults.isEmpty()) {
        throw new AssertionError(where + " otherwise than described: " + faults + "\n" + body);
      }
    } catch (IOException broken) {
      throw new AssertionError(where + " with what is no JSON: " + body, broken);
    }
  }

  private JsonSchema compile(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", tree.path("components"));
    return SCHEMAS.getSchema(whole);
  }

  /// A field that is not described is a fault, so that the description cannot lag behind.
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      if (object.has("properties") && !object.has("additionalProperties")) {
        object.put("additionalProperties", false);
      }
      // what one of several fields is needed for says nothing about the others
      object.properties().stream()
          .filter(child -> !child.getKey().equals("oneOf"))
          .forEach(child -> close(child.getValue()));
    } else {
      schema.forEach(Described::close);
    }
  }

  /// What a reference leads to, or the thing itself.
  JsonNode resolved(JsonNode response) {
    return response.has("$ref") ? tree.at(response.path("$ref").asText().substring(1)) : response;
  }

  /// The most literal path that fits.
  private Optional<String> template(String path) {
    return tree.at("/paths").properties().stream()
        .map(Map.Entry::getKey)
        .filter(template -> fits(template.split("/", -1), path.split("/", -1)))
        .min(Comparator.comparingInt(template -> template.split("\\{", -1).length));
  }

  private static boolean fits(String[] template, String[] path) {
    return template.length == path.length
        && IntStream.range(0, path.length)
            .allMatch(i -> template[i].startsWith("{") || template[i].equals(path[i]));
  }

  private static JsonNode read(URI address) {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(address).build();
      return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
