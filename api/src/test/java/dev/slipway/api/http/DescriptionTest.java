package dev.slipway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.api.ApiServer;
import io.micronaut.core.beans.BeanIntrospector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DescriptionTest {

  private static final boolean IS_WRITTEN = "write".equals(System.getProperty("slipway.docs"));

  private final ApiServer api = ApiServer.shared();
  private final JsonNode description = api.anonymous().get("/api/v1/openapi.json").at("");

  @Test
  void it_is_openapi_3_1_in_both_forms() {
    var yaml = api.anonymous().get("/api/v1/openapi.yml");

    assertThat(description.get("openapi").asText()).isEqualTo("3.1.0");
    assertThat(yaml.body()).startsWith("openapi: 3.1.0").contains("/api/v1/servers:");
    assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
  }

  @Test
  void every_operation_says_what_it_does_and_how_it_refuses() {
    List<String> silent = new ArrayList<>();
    for (var path : description.get("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        JsonNode fields = operation.getValue();
        if (!fields.hasNonNull("summary") || !refuses(path.getKey(), fields)) {
          silent.add(operation.getKey() + " " + path.getKey());
        }
      }
    }

    assertThat(silent).isEmpty();
  }

  private static boolean refuses(String path, JsonNode operation) {
    JsonNode responses = operation.at("/responses");
    return !path.startsWith("/api/") || (responses.has("401") && responses.has("503"));
  }

  @Test
  void an_operation_names_the_refusals_that_follow_from_what_it_takes() {
    JsonNode order = description.at("/paths/~1api~1v1~1servers/post/responses");
    JsonNode one = description.at("/paths/~1api~1v1~1servers~1{id}/get/responses");

    assertThat(order.has("400") && order.has("409") && order.has("413") && order.has("415"))
        .isTrue();
    assertThat(one.has("404")).isTrue();
    assertThat(one.has("413")).isFalse();
    assertThat(description.at("/components/responses/Refusal413/description").asText())
        .isEqualTo("`payload_too_large`");
  }

  @Test
  void what_may_be_null_may_be_left_out_of_a_request_but_not_of_an_answer() {
    JsonNode schemas = description.at("/components/schemas");

    assertThat(schemas.at("/OrderInput/required").toString())
        .isEqualTo("[\"name\",\"plan\",\"image\",\"location\"]");
    assertThat(schemas.at("/OrderInput/properties/name/type").asText()).isEqualTo("string");
    assertThat(schemas.at("/ChangeInput").has("required")).isFalse();
    assertThat(schemas.at("/Server/required").toString()).contains("ipv4");
    assertThat(schemas.at("/Server/properties").has("server")).isFalse();
    assertThat(schemas.at("/Server/type").asText()).isEqualTo("object");
  }

  @Test
  void lists_of_actions_hold_actions_of_either_schema() {
    JsonNode list = description.at("/components/schemas/ActionList/properties");

    assertThat(list.at("/actions/items/anyOf")).hasSize(2);
    assertThat(list.at("/actions").has("oneOf")).isFalse();
  }

  @Test
  void actions_have_two_schemas() {
    JsonNode schemas = description.at("/components/schemas");

    assertThat(schemas.at("/Action/properties/waiting_on").isMissingNode()).isFalse();
    assertThat(schemas.at("/ActionStep/properties").has("external_id")).isFalse();
    assertThat(schemas.at("/OperatorActionStep/properties").has("external_id")).isTrue();
    assertThat(description.at("/paths/~1api~1v1~1servers/post/responses").has("201")).isTrue();
  }

  @Test
  void every_text_that_is_one_of_a_list_of_words_is_described_by_them() {
    List<String> worded = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    for (var record : BeanIntrospector.SHARED.findIntrospections(Wire.class)) {
      String schema = DescribedNames.shortened(DescribedFields.nameOf(record.getBeanType()));
      for (var component : record.getConstructorArguments()) {
        if (component.getAnnotationMetadata().hasAnnotation(Among.class)) {
          String field = JsonBinding.nameOf(component);
          (hasWords(schema, field) ? worded : silent).add(schema + "." + field);
        }
      }
    }

    assertThat(silent).isEmpty();
    assertThat(worded)
        .contains("Action.status", "ActionStep.status", "Server.action_status", "DryRun.type")
        .contains("DryRunStep.commands", "OperatorAction.commands");
  }

  private boolean hasWords(String schema, String field) {
    JsonNode property =
        description.at("/components/schemas/%s/properties/%s".formatted(schema, field));
    return !property.path("enum").isEmpty() || !property.at("/items/enum").isEmpty();
  }

  @Test
  void no_field_is_of_any_type_by_accident() {
    assertThat(description.toString())
        .doesNotContain("[\"string\",\"null\",\"object\"]", "\"type\":\"null\",\"allOf\"");
  }

  @Test
  void people_have_a_page() {
    var page = api.anonymous().get("/api/docs");

    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body())
        .contains("<code>/api/v1/servers/{id}</code>", "Orders a server")
        .contains("<code>per_page</code>", "to <code>100</code>", "<code>created_at:desc</code>")
        .contains("<a href=\"/problems/locked\"><code>locked</code></a>")
        .contains(
            "<a href=\"#body-OrderInput\">OrderInput</a>", "&quot;name&quot;: &quot;web-1&quot;")
        .doesNotContain("<script", " style=", " src=", "href=\"http", "`");
  }

  @Test
  void every_link_of_the_page_leads_somewhere() {
    String page = api.anonymous().get("/api/docs").body();
    List<String> places =
        Pattern.compile("href=\"#([^\"]+)\"").matcher(page).results().map(r -> r.group(1)).toList();

    assertThat(places).hasSizeGreaterThan(100);
    assertThat(places).allSatisfy(place -> assertThat(page).contains("id=\"" + place + "\""));
    description
        .path("paths")
        .forEach(path ->
            path.forEach(
                operation -> assertThat(places).contains(operation.path("operationId").asText())));
    description
        .at("/components/schemas")
        .fieldNames()
        .forEachRemaining(name -> assertThat(page).contains("id=\"body-" + name + "\""));
  }

  @Test
  void nothing_is_named_as_the_generator_names_it() {
    assertThat(description.toString())
        .doesNotContainPattern("\"\\w+ \\d{3} response\"")
        .doesNotContainPattern("#/components/\\w+/\\w+(Operations|Parts)[A-Z]");
    assertThat(description.at("/components/schemas").fieldNames())
        .toIterable()
        .noneMatch(name -> name.matches("\\w+(Operations|Parts)[A-Z]\\w*|\\w+_\\d+"));
  }

  @Test
  void what_a_query_may_say_is_described_by_its_words() {
    JsonNode servers = description.at("/paths/~1api~1v1~1servers/get/parameters");
    JsonNode actions = description.at("/paths/~1api~1v1~1actions/get/parameters");

    assertThat(words(servers, "sort")).contains("name", "name:asc", "created_at:desc");
    assertThat(words(servers, "status")).contains("queued", "running", "destroyed");
    assertThat(words(actions, "status")).contains("parked");
    assertThat(words(actions, "type")).containsExactly("create_server");
  }

  private static List<String> words(JsonNode parameters, String name) {
    List<String> words = new ArrayList<>();
    for (JsonNode parameter : parameters) {
      if (parameter.path("name").asText().equals(name)) {
        parameter.at("/schema/enum").forEach(word -> words.add(word.asText()));
        parameter.at("/schema/items/enum").forEach(word -> words.add(word.asText()));
      }
    }
    return words;
  }

  @Test
  void the_committed_description_is_current() throws Exception {
    String served = api.anonymous().get("/api/v1/openapi.yml").body();
    Path committed = Path.of("openapi.yml");
    if (IS_WRITTEN) {
      Files.writeString(committed, served);
    }

    assertThat(committed)
        .as("api/openapi.yml is out of date; write it anew with: ./slipway docs")
        .hasContent(served);
  }
}
