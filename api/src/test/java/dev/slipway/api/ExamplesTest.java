package dev.slipway.api;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The examples of the API's description: each body has one, and each is true.
class ExamplesTest {

  private final ApiServer api = ApiServer.shared();
  private final Described description = Described.by(api.address(), false);

  /// The content of a message in JSON.
  private record Content(String where, JsonNode json) {

    JsonNode examples() {
      return json.path("examples");
    }
  }

  private List<Content> contents() {
    List<Content> contents = new ArrayList<>();
    for (var path : description.tree().path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        String where = operation.getKey() + " " + path.getKey();
        add(where, operation.getValue().path("requestBody"), contents);
        for (var answer : operation.getValue().path("responses").properties()) {
          add(where + " " + answer.getKey(), answer.getValue(), contents);
        }
      }
    }
    for (var refusal : description.tree().at("/components/responses").properties()) {
      add(refusal.getKey(), refusal.getValue(), contents);
    }
    return contents;
  }

  private static void add(String where, JsonNode message, List<Content> contents) {
    for (var content : message.path("content").properties()) {
      if (content.getKey().endsWith("json")) {
        contents.add(new Content(where, content.getValue()));
      }
    }
  }

  @Test
  void every_body_has_one() {
    assertThat(contents()).hasSizeGreaterThan(60);
    assertThat(contents()).allSatisfy(content -> assertThat(content.examples()).isNotEmpty());
  }

  @Test
  void every_one_is_as_described() {
    for (Content content : contents()) {
      for (JsonNode example : content.examples()) {
        JsonNode value = description.resolved(example).path("value");
        assertThat(value.isObject()).as(content.where()).isTrue();
        description.checkBody(
            "The example of " + content.where(), content.json().path("schema"), value.toString());
      }
    }
  }

  @Test
  void every_one_belongs_to_a_body() {
    Set<String> used = new HashSet<>();
    for (Content content : contents()) {
      content.examples().forEach(example -> used.add(example.path("$ref").asText()));
    }

    for (var example : description.tree().at("/components/examples").properties()) {
      assertThat(used).contains("#/components/examples/" + example.getKey());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST, servers?dry_run=true, OrderInput, 200",
    "POST, servers, OrderInput, 201",
    "POST, ssh_keys, SshKeyInput, 201",
    "PUT, admin/simulators/sim-3/timing, TimingInput, 200",
    "PUT, admin/simulators/sim-3/faults, FaultsInput, 200",
    "POST, admin/simulators/sim-3/machines, MachineInput, 201"
  })
  void what_one_sends_is_accepted_as_it_is(String method, String path, String name, int status) {
    JsonNode body = description.tree().at("/components/examples/" + name + "/value");
    ApiServer.Person person = path.startsWith("admin") ? api.operator() : api.tenantUser();

    var answer = api.as(person).once(aKey()).send(method, "/api/v1/" + path, body.toString());

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
  }

  @Test
  void an_example_of_a_key_is_answered_as_its_example_says() {
    JsonNode examples = description.tree().at("/components/examples");
    Http http = api.as(api.tenantUser()).once(aKey());

    var answer = http.post("/api/v1/ssh_keys", examples.at("/SshKeyInput/value").toString());

    assertThat(answer.text("/ssh_key/fingerprint"))
        .isEqualTo(examples.at("/SshKeyAnswer/value/ssh_key/fingerprint").asText());
  }
}
