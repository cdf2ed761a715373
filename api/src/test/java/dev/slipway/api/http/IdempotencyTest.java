package dev.slipway.api.http;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.aName;
import static dev.slipway.api.server.OrderFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

  private final ApiServer api = ApiServer.shared();
  private final ApiServer.Person person = api.tenantUser();
  private final Http http = api.as(person);

  @Test
  void an_order_without_a_key_is_refused() {
    var answer = http.post("/api/v1/servers", anOrder(aName()));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/code")).isEqualTo("idempotency_key_missing");
  }

  @Test
  void the_same_key_and_body_get_the_same_answer_again() {
    Http keyed = http.once(aKey());
    String order = anOrder(aName());

    var first = keyed.post("/api/v1/servers", order);
    var second = keyed.post("/api/v1/servers", order);

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void the_same_key_with_another_body_is_refused() {
    Http keyed = http.once(aKey());
    keyed.post("/api/v1/servers", anOrder(aName()));

    var answer = keyed.post("/api/v1/servers", anOrder(aName()));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/code")).isEqualTo("idempotency_key_reused");
  }

  @Test
  void the_same_body_with_its_fields_in_another_order_is_the_same() {
    Http keyed = http.once(aKey());
    String order = anOrder(aName(), ",\"labels\":%s");

    var first = keyed.post("/api/v1/servers", order.formatted("{\"a\":\"1\",\"b\":\"2\"}"));
    var second = keyed.post("/api/v1/servers", order.formatted("{\"b\":\"2\",\"a\":\"1\"}"));
    var other = keyed.post("/api/v1/servers", order.formatted("{\"a\":\"2\",\"b\":\"1\"}"));

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(other.text("/code")).isEqualTo("idempotency_key_reused");
  }

  @Test
  void a_refused_request_leaves_its_key_free() {
    Http keyed = http.once(aKey());
    String name = aName();

    assertThat(keyed.post("/api/v1/servers", "{\"name\":\"" + name + "\"}").status())
        .isEqualTo(422);

    assertThat(keyed.post("/api/v1/servers", anOrder(name)).status()).isEqualTo(201);
  }

  @Test
  void a_key_belongs_to_its_tenant() {
    String key = aKey();
    String order = anOrder(aName());
    http.once(key).post("/api/v1/servers", order);

    var other = api.as(api.tenantUser()).once(key).post("/api/v1/servers", order);

    assertThat(other.status()).isEqualTo(201);
    assertThat(other.header("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void a_key_at_work_is_answered_409() {
    String key = aKey();
    String order = anOrder(aName());
    http.once(key).post("/api/v1/servers", order);
    api.tables()
        .run("update idempotency_key set status = null, body = null where key = '" + key + "'");

    var answer = http.once(key).post("/api/v1/servers", order);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("/code")).isEqualTo("idempotency_in_progress");
    assertThat(answer.at("/retryable").asBoolean()).isTrue();
  }

  @Test
  void a_key_at_work_is_not_good_for_another_body_either() {
    String key = aKey();
    http.once(key).post("/api/v1/servers", anOrder(aName()));
    api.tables()
        .run("update idempotency_key set status = null, body = null where key = '" + key + "'");

    var answer = http.once(key).post("/api/v1/servers", anOrder(aName()));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/code")).isEqualTo("idempotency_key_reused");
  }

  @Test
  void a_strange_key_is_refused() {
    assertThat(http.once("a key").post("/api/v1/servers", anOrder(aName())).status())
        .isEqualTo(422);
    assertThat(http.once("k".repeat(256)).post("/api/v1/servers", anOrder(aName())).status())
        .isEqualTo(422);
  }
}
