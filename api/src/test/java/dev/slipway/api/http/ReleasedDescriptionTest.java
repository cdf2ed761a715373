package dev.slipway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// Nothing that was released vanishes from the description. What is added becomes a promise with
/// the release it is in: `./slipway docs -Dslipway.docs=release`.
class ReleasedDescriptionTest {

  private static final boolean IS_RELEASED = "release".equals(System.getProperty("slipway.docs"));
  private static final Path KEPT = Path.of("src/test/resources/contract/v1.txt");
  private static final Path TAKEN_BACK = Path.of("../docs/automation/versions.md");
  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| .*\\S.* \\|");

  private final JsonNode description = read();
  private final Promises present = Promises.of(description);

  @Test
  void what_was_promised_is_kept_or_taken_back_with_a_reason() throws IOException {
    List<String> text = Files.readAllLines(KEPT);
    Promises promised = IS_RELEASED ? Promises.read(text).and(present) : Promises.read(text);
    if (IS_RELEASED) {
      List<String> head = text.stream().takeWhile(line -> line.startsWith("#")).toList();
      Files.write(KEPT, head);
      Files.write(KEPT, promised.text(), StandardOpenOption.APPEND);
      Files.writeString(KEPT, promised.count() + "\n", StandardOpenOption.APPEND);
    }

    assertThat(Files.readAllLines(KEPT))
        .as("nothing is lost on the way")
        .endsWith(promised.count());
    assertThat(promised.brokenBy(present))
        .as("each of these is broken, or is not any more; see %s", TAKEN_BACK)
        .isEqualTo(takenBack());
  }

  private static SortedSet<String> takenBack() throws IOException {
    SortedSet<String> rows = new TreeSet<>();
    ROW.matcher(Files.readString(TAKEN_BACK)).results().forEach(row -> rows.add(row.group(1)));
    return rows;
  }

  /// Who marks something lets its answers have the headers that the page names, and rewrites it.
  @Test
  void nothing_is_on_its_way_out_as_long_as_the_page_says_so() throws IOException {
    assertThat(Files.readString(TAKEN_BACK)).contains("Nothing is on its way out today");
    assertThat(description.findValues("deprecated")).isEmpty();
  }

  @Test
  void what_vanishes_is_noticed() {
    assertThat(broken(api -> paths(api).remove("/api/v1/ssh_keys/{id}")))
        .contains("DELETE /api/v1/ssh_keys/{id}");
    assertThat(broken(api -> object(api, "/paths/~1api~1v1~1servers~1{id}").remove("patch")))
        .contains("PATCH /api/v1/servers/{id}")
        .doesNotContain("GET /api/v1/servers/{id}");
    assertThat(broken(api -> fields(api, "Server").remove("ipv6")))
        .contains("GET /api/v1/servers/{id} 200 server: ipv6:null|string");
    assertThat(broken(api -> fields(api, "OrderInput").remove("labels")))
        .containsExactly("POST /api/v1/servers takes .: labels:null|object");
    assertThat(broken(api -> words(api, "Server/properties/status").remove(0)))
        .contains("GET /api/v1/servers/{id} 200 server.status of: queued");
    assertThat(broken(api -> words(api, "Problem/properties/code").remove(0)))
        .contains("problems: malformed_json");
    assertThat(broken(api -> parameters(api).removeIf(each -> isNamed(each, "sort"))))
        .contains("GET /api/v1/servers: query.sort:string")
        .contains("GET /api/v1/servers query.sort of");
    assertThat(broken(api -> remove((ArrayNode) named(api, "sort").path("enum"), "name:asc")))
        .containsExactly("GET /api/v1/servers query.sort of: name:asc");
    assertThat(broken(api -> array(api, "/components/schemas/Server/required").remove(0)))
        .anyMatch(line -> line.startsWith("GET /api/v1/servers/{id} 200 server always: "));
    assertThat(broken(api -> remove(words(api, "CommandInput/properties/command"), "skip")))
        .contains("POST /api/v1/actions/{id}/commands takes command of: skip");
  }

  @Test
  void what_is_needed_anew_is_noticed() {
    assertThat(broken(api -> array(api, "/components/schemas/OrderInput/required").add("labels")))
        .containsExactly("POST /api/v1/servers takes . needs: labels");
    assertThat(broken(api -> parameters(api).forEach(ReleasedDescriptionTest::demand)))
        .contains("GET /api/v1/servers needs: query.sort");
  }

  @Test
  void what_has_another_type_is_noticed() {
    assertThat(
            broken(api ->
                object(api, "/components/schemas/Server/properties/name").put("type", "integer")))
        .contains("GET /api/v1/servers/{id} 200 server: name:string");
    assertThat(
            broken(api ->
                object(api, "/components/schemas/Server/properties/name")
                    .putArray("type")
                    .add("string")
                    .add("null")))
        .contains("GET /api/v1/servers/{id} 200 server: name:string");
    assertThat(broken(api -> named(api, "per_page").put("type", "string")))
        .contains("GET /api/v1/servers: query.per_page:integer");
    assertThat(
            broken(api ->
                object(api, "/components/schemas/Server/properties/networks/items")
                    .put("type", "object")))
        .contains("GET /api/v1/servers/{id} 200 server: networks[]:string");
  }

  @Test
  void what_is_taken_less_far_is_noticed() {
    assertThat(broken(api -> named(api, "per_page").put("maximum", 50)))
        .containsExactly("GET /api/v1/servers limits: query.per_page.maximum=50");
    assertThat(broken(api -> named(api, "page").put("minimum", 2)))
        .containsExactly("GET /api/v1/servers limits: query.page.minimum=2");
    assertThat(broken(api -> named(api, "q").put("maxLength", 10)))
        .containsExactly("GET /api/v1/servers limits: query.q.maxLength=10");
    assertThat(broken(api -> named(api, "q").put("pattern", "^[a-z ]+$")))
        .containsExactly("GET /api/v1/servers limits: query.q.pattern=^[a-z\\x20]+$");
    assertThat(
            broken(api ->
                object(api, "/components/schemas/OrderInput/properties/name").put("maxLength", 20)))
        .containsExactly("POST /api/v1/servers takes . limits: name.maxLength=20");
  }

  @Test
  void what_is_added_breaks_nothing() {
    assertThat(
            broken(api -> {
              ObjectNode servers = object(api, "/paths/~1api~1v1~1servers");
              paths(api).set("/api/v1/volumes", servers.deepCopy());
              fields(api, "Server").putObject("zone").put("type", "string");
              fields(api, "OrderInput").putObject("zone").put("type", "string").put("maxLength", 5);
              named(api, "per_page").put("maximum", 500).remove("minimum");
              object(api, "/components/schemas/Server/properties/name").put("maxLength", 5);
              words(api, "Server/properties/status").add("asleep");
              words(api, "Problem/properties/code").add("too_far");
              object(api, "/components/schemas/OrderInput/properties/name")
                  .putArray("type")
                  .add("string")
                  .add("null");
              array(api, "/components/schemas/OrderInput/required").removeAll();
            }))
        .isEmpty();
  }

  private SortedSet<String> broken(Consumer<JsonNode> change) {
    JsonNode changed = description.deepCopy();
    change.accept(changed);
    return present.brokenBy(Promises.of(changed));
  }

  private static ObjectNode paths(JsonNode api) {
    return object(api, "/paths");
  }

  private static ObjectNode fields(JsonNode api, String schema) {
    return object(api, "/components/schemas/" + schema + "/properties");
  }

  private static ArrayNode words(JsonNode api, String property) {
    return array(api, "/components/schemas/" + property + "/enum");
  }

  private static ArrayNode parameters(JsonNode api) {
    return array(api, "/paths/~1api~1v1~1servers/get/parameters");
  }

  private static boolean isNamed(JsonNode parameter, String name) {
    return parameter.path("name").asText().equals(name);
  }

  /// What a parameter of the list of servers may be.
  private static ObjectNode named(JsonNode api, String name) {
    return parameters(api)
        .valueStream()
        .filter(each -> isNamed(each, name))
        .map(each -> (ObjectNode) each.path("schema"))
        .findFirst()
        .orElseThrow();
  }

  private static void remove(ArrayNode words, String word) {
    words.removeIf(each -> each.asText().equals(word));
  }

  private static void demand(JsonNode parameter) {
    ((ObjectNode) parameter).put("required", true);
  }

  private static ObjectNode object(JsonNode api, String pointer) {
    return (ObjectNode) api.at(pointer);
  }

  private static ArrayNode array(JsonNode api, String pointer) {
    return (ArrayNode) api.at(pointer);
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper()
          .valueToTree(new Yaml().load(Files.readString(Path.of("openapi.yml"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
