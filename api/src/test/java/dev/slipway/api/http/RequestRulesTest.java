package dev.slipway.api.http;

import static dev.slipway.api.server.OrderFixtures.aName;
import static dev.slipway.api.server.OrderFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import dev.slipway.api.http.RequestExamples.Example;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the description says a request needs and may leave out, held to the server both ways: what
/// is not as described is refused, and all else is accepted.
class RequestRulesTest {

  private static final ApiServer API = ApiServer.planning();
  private static final JsonNode DESCRIPTION = API.anonymous().get("/api/v1/openapi.json").at("");

  private final RequestExamples examples = new RequestExamples(API);

  /// A request that was changed, and how.
  private record Variant(String change, UnaryOperator<Example> of) {}

  static List<String> operations() {
    List<String> operations = new ArrayList<>();
    DESCRIPTION
        .at("/paths")
        .properties()
        .forEach(path ->
            path.getValue().properties().stream()
                .filter(method -> takesMore(method.getKey(), method.getValue()))
                .forEach(method ->
                    operations.add(
                        method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return operations;
  }

  private static boolean takesMore(String method, JsonNode operation) {
    return !method.equals("get")
        && (operation.has("requestBody") || headers(operation).findAny().isPresent());
  }

  private static Stream<JsonNode> headers(JsonNode operation) {
    return StreamSupport.stream(operation.path("parameters").spliterator(), false)
        .filter(parameter -> parameter.path("in").asText().equals("header"));
  }

  private static JsonNode described(String operation) {
    String[] words = operation.split(" ", 2);
    return DESCRIPTION.path("paths").path(words[1]).path(words[0].toLowerCase(Locale.ROOT));
  }

  @Test
  void there_is_an_example_of_every_operation_that_takes_headers_or_a_body() {
    assertThat(examples.all().keySet()).containsExactlyInAnyOrderElementsOf(operations());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void what_is_not_as_described_is_refused_and_nothing_else(String operation) {
    JsonNode described = described(operation);
    List<String> wrong = new ArrayList<>();
    for (Supplier<Example> example : examples.all().getOrDefault(operation, List.of())) {
      for (Variant variant : variants(described, example.get())) {
        Example request = variant.of().apply(example.get());
        Http.Answer answer = sent(operation, request);
        boolean isAccepted = answer.status() < 400;
        if (isAccepted != isAllowed(described, request)) {
          wrong.add(variant.change() + " was answered " + answer.status() + " " + answer.body());
        }
      }
    }

    assertThat(wrong).as(operation).isEmpty();
  }

  private static Http.Answer sent(String operation, Example request) {
    Http sender = request.sender();
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      sender = sender.with(header.getKey(), header.getValue());
    }
    JsonNode body = request.body();
    return sender.send(
        operation.split(" ", 2)[0], request.path(), body.isMissingNode() ? null : body.toString());
  }

  private static boolean isAllowed(JsonNode operation, Example request) {
    JsonNode body = operation.path("requestBody");
    boolean hasHeaders =
        headers(operation)
            .filter(header -> header.path("required").asBoolean())
            .allMatch(header -> request.headers().containsKey(header.path("name").asText()));
    boolean hasBody =
        request.body().isMissingNode()
            ? !body.path("required").asBoolean()
            : schema(body).validate(request.body()).isEmpty();
    return hasHeaders && hasBody;
  }

  private static JsonSchema schema(JsonNode body) {
    ObjectNode whole = body.at("/content/application~1json/schema").deepCopy();
    whole.set("components", DESCRIPTION.path("components"));
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole);
  }

  private static List<Variant> variants(JsonNode operation, Example example) {
    List<Variant> variants = new ArrayList<>();
    variants.add(new Variant("the whole request", request -> request));
    headers(operation)
        .map(header -> header.path("name").asText())
        .forEach(
            name -> variants.add(new Variant("no " + name, request -> without(request, name))));
    if (operation.has("requestBody")) {
      variants.add(new Variant("no body", request -> with(request, MissingNode.getInstance())));
      addFields(variants, "", example.body());
      addNulls(variants, operation.at("/requestBody/content/application~1json/schema"));
    }
    return variants;
  }

  /// Each field left out, each as null, and one that nobody reads, at every depth.
  private static void addFields(List<Variant> variants, String pointer, JsonNode node) {
    if (node.isObject()) {
      variants.add(
          change(
              "unknown field in " + pointer, pointer, object -> object.put("nobody reads it", 1)));
    }
    node.properties()
        .forEach(field -> {
          String name = field.getKey();
          variants.add(
              change("no " + pointer + "/" + name, pointer, object -> object.remove(name)));
          variants.add(
              change(pointer + "/" + name + " null", pointer, object -> object.putNull(name)));
          addFields(variants, pointer + "/" + name, field.getValue());
        });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      addFields(variants, pointer + "/" + i, node.get(i));
    }
  }

  /// Each field that is described as null, whether the example has it or not.
  private static void addNulls(List<Variant> variants, JsonNode reference) {
    String pointer = reference.path("$ref").asText().substring(1);
    DESCRIPTION
        .at(pointer)
        .path("properties")
        .fieldNames()
        .forEachRemaining(
            name -> variants.add(change(name + " null", "", object -> object.putNull(name))));
  }

  private static Variant change(String what, String pointer, Consumer<ObjectNode> change) {
    return new Variant(
        what,
        request -> {
          JsonNode body = request.body().deepCopy();
          change.accept((ObjectNode) body.at(pointer));
          return with(request, body);
        });
  }

  private static Example with(Example request, JsonNode body) {
    return new Example(request.sender(), request.path(), request.headers(), body);
  }

  private static Example without(Example request, String header) {
    Map<String, String> left = new HashMap<>(request.headers());
    left.remove(header);
    return new Example(request.sender(), request.path(), left, request.body());
  }

  @Test
  void a_dry_run_needs_no_key() {
    Http http = API.as(API.tenantUser());

    var answer = http.post("/api/v1/servers?dry_run=true", anOrder(aName()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(described("POST /api/v1/servers").at("/parameters/0/description").asText())
        .isEqualTo("A dry run may leave it out.");
  }
}
