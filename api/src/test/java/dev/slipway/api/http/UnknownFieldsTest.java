package dev.slipway.api.http;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.aName;
import static dev.slipway.api.server.OrderFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownFieldsTest {

  private final ApiServer api = ApiServer.shared();
  private final Http http = api.as(api.tenantUser());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"planId\":\"s-1\"|/planId",
        "\"size\":{\"vcpu\":2}|/size/vcpu",
        "\"a/b~c\":null|/a~1b~0c",
        "\"a\\u0000\":1|/a\ufffd"
      })
  void a_field_that_nobody_reads_is_refused_and_leaves_no_trace(String field, String pointer) {
    String key = aKey();
    String name = aName();

    var answer = http.once(key).post("/api/v1/servers", anOrder(name, "," + field));

    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.text("/code")).isEqualTo("invalid_input");
    assertThat(answer.at("/errors")).hasSize(1);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    assertThat(answer.text("/errors/0/code")).isEqualTo("unknown_field");
    assertThat(http.get("/api/v1/servers").at("/servers")).isEmpty();
    assertThat(http.once(key).post("/api/v1/servers", anOrder(name)).status()).isEqualTo(201);
  }

  @Test
  void the_refusal_names_the_fields_there_are() {
    var answer = http.post("/api/v1/ssh_keys", "{\"name\":\"mine\",\"publicKey\":\"ssh-rsa\"}");

    assertThat(answer.text("/detail")).isEqualTo("There is no such field, but name, public_key.");
  }

  @Test
  void the_values_of_free_form_fields_are_free() {
    var answer =
        http.once(aKey())
            .post("/api/v1/servers", anOrder(aName(), ",\"labels\":{\"planId\":\"s-1\"}"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  @Test
  void a_body_full_of_them_gets_a_short_answer() {
    String fields =
        IntStream.range(0, 10_000)
            .mapToObj(number -> "\"f" + number + "\":1")
            .collect(Collectors.joining(",", "{", "}"));

    var answer = http.post("/api/v1/servers?dry_run=true", fields);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/errors")).hasSize(100);
    assertThat(answer.text("/detail"))
        .isEqualTo("At least 100 fields of the request are not valid.");
  }

  @Test
  void the_description_says_so_for_every_body() {
    JsonNode description = api.anonymous().get("/api/v1/openapi.json").at("");

    List<String> open = new ArrayList<>();
    for (var schema : description.at("/components/schemas").properties()) {
      boolean isClosed = schema.getValue().at("/additionalProperties").toString().equals("false");
      if (schema.getKey().endsWith("Input") && !isClosed) {
        open.add(schema.getKey());
      }
    }

    assertThat(open).isEmpty();
    assertThat(description.at("/components/schemas/OrderInput").isMissingNode()).isFalse();
  }
}
