package dev.slipway.api.sshkey;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.aName;
import static dev.slipway.api.server.OrderFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import org.junit.jupiter.api.Test;

class SshKeyRoutesTest {

  private static final String PATH = "/api/v1/ssh_keys";
  private static final String ED25519 =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOAofyVe69C54T98oeuakUEJ8+qfPuJqKWuQbIdm8N/2 me@example.org";
  private static final String ECDSA =
      "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBE9r735Ic1se5hlsQ8Zsgbq1DJOqpKbEWQ59Q0P+K48lnHhil9smcFaslRd+fzac0yZYkeEZoKctNYI2NpGEuUo= me@example.org";

  private final ApiServer api = ApiServer.shared();
  private final ApiServer.Person person = api.tenantUser();
  private final Http http = api.as(person);

  private static Http.Answer store(Http as, String name, String key) {
    return as.post(PATH, "{\"name\":\"" + name + "\",\"public_key\":\"" + key + "\"}");
  }

  @Test
  void a_key_is_stored_and_shown_by_its_fingerprint() {
    var stored = store(http, "my laptop", ED25519);

    assertThat(stored.status()).isEqualTo(201);
    assertThat(stored.text("/ssh_key/id")).startsWith("key_");
    assertThat(stored.text("/ssh_key/name")).isEqualTo("my laptop");
    assertThat(stored.text("/ssh_key/fingerprint"))
        .isEqualTo("SHA256:pzsMT1I7KY4JuB3Wr5ZZlAq2vsLSxWxpUUnIYRYTQ4A");
    assertThat(stored.text("/ssh_key/created_at")).endsWith("Z");
    var list = http.get(PATH);
    assertThat(list.at("/ssh_keys")).hasSize(1);
    assertThat(list.at("/ssh_keys/0")).isEqualTo(stored.at("/ssh_key"));
    assertThat(list.at("/meta/pagination/total").asInt()).isEqualTo(1);
  }

  @Test
  void keys_are_listed_by_name_in_pages() {
    store(http, "b", ED25519);
    store(http, "a", ECDSA);

    assertThat(http.get(PATH + "?per_page=1").text("/ssh_keys/0/name")).isEqualTo("a");
    assertThat(http.get(PATH + "?per_page=1&page=2").text("/ssh_keys/0/name")).isEqualTo("b");
    assertThat(http.get(PATH + "?page=0").status()).isEqualTo(422);
  }

  @Test
  void a_name_and_a_key_are_there_once() {
    store(http, "laptop", ED25519);

    var sameName = store(http, "laptop", ECDSA);
    var sameKey = store(http, "other", ED25519);

    assertThat(sameName.status()).isEqualTo(409);
    assertThat(sameName.text("/code")).isEqualTo("uniqueness_error");
    assertThat(sameName.text("/errors/0/pointer")).isEqualTo("/name");
    assertThat(sameKey.text("/errors/0/pointer")).isEqualTo("/public_key");
    assertThat(store(api.as(api.tenantUser()), "laptop", ED25519).status()).isEqualTo(201);
  }

  @Test
  void what_is_no_key_or_has_no_name_is_pointed_at() {
    assertThat(store(http, "a", "nonsense").text("/errors/0/pointer")).isEqualTo("/public_key");
    assertThat(store(http, "", ED25519).text("/errors/0/pointer")).isEqualTo("/name");
    assertThat(store(http, "x".repeat(65), ED25519).text("/errors/0/code"))
        .isEqualTo("invalid_name");
    assertThat(http.post(PATH, "{}").at("/errors")).hasSize(2);
    assertThat(http.get(PATH).at("/ssh_keys")).isEmpty();
  }

  @Test
  void the_same_request_twice_stores_one() {
    String body = "{\"name\":\"once\",\"public_key\":\"" + ED25519 + "\"}";

    var first = http.once("key-once").post(PATH, body);
    var again = http.once("key-once").post(PATH, body);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.text("/ssh_key/id")).isEqualTo(first.text("/ssh_key/id"));
  }

  @Test
  void a_removed_key_is_gone_and_its_name_free() {
    String id = store(http, "old", ED25519).text("/ssh_key/id");

    assertThat(http.delete(PATH + "/" + id, null).status()).isEqualTo(204);
    assertThat(http.delete(PATH + "/" + id, null).text("/code")).isEqualTo("not_found");
    assertThat(http.delete(PATH + "/nonsense", null).status()).isEqualTo(404);
    assertThat(http.get(PATH).at("/ssh_keys")).isEmpty();
    assertThat(store(http, "old", ED25519).status()).isEqualTo(201);
  }

  @Test
  void another_tenants_key_is_not_there() {
    String id = store(http, "mine", ED25519).text("/ssh_key/id");
    Http stranger = api.as(api.tenantUser());

    assertThat(stranger.delete(PATH + "/" + id, null).status()).isEqualTo(404);
    assertThat(stranger.get(PATH).at("/ssh_keys")).isEmpty();
    assertThat(
            stranger
                .once(aKey())
                .post("/api/v1/servers", anOrder(aName(), ",\"ssh_keys\":[\"" + id + "\"]"))
                .text("/errors/0/pointer"))
        .isEqualTo("/ssh_keys/0");
    assertThat(api.anonymous().get(PATH).status()).isEqualTo(401);
  }

  @Test
  void an_order_names_keys_by_id_or_name_and_carries_their_ids() {
    String first = store(http, "first", ED25519).text("/ssh_key/id");
    String second = store(http, "second", ECDSA).text("/ssh_key/id");

    var ordered =
        http.once(aKey())
            .post(
                "/api/v1/servers",
                anOrder(aName(), ",\"ssh_keys\":[\"second\",\"" + first + "\",\"first\"]"));

    assertThat(ordered.status()).isEqualTo(201);
    assertThat(
            api.tables()
                .value(
                    "select order_json->'sshKeys' from action where id = '"
                        + ordered.text("/action/id")
                        + "'"))
        .isEqualTo("[\"" + second + "\", \"" + first + "\"]");
  }

  @Test
  void an_operator_orders_with_the_keys_of_the_tenant_he_orders_for() {
    store(http, "theirs", ED25519);

    var ordered =
        api.as(api.operator())
            .once(aKey())
            .post(
                "/api/v1/servers",
                anOrder(
                    aName(),
                    ",\"ssh_keys\":[\"theirs\"],\"tenant_id\":\"" + person.tenant() + "\""));

    assertThat(ordered.status()).isEqualTo(201);
  }
}
