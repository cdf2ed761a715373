package dev.slipway.api.server;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.aName;
import static dev.slipway.api.server.OrderFixtures.anOrder;
import static dev.slipway.api.server.OrderFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedOrderTest {

  private final ApiServer api = ApiServer.shared();
  private final Http http = api.as(api.tenantUser());

  private Http.Answer post(String body) {
    return http.once(aKey()).post("/api/v1/servers", body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"name\":\"web\",\"plan\":\"xl\",\"image\":\"debian-13\",\"location\":\"sim-1\"|/plan|unknown",
        "\"name\":\"web\",\"plan\":\"s-1\",\"image\":\"os-2\",\"location\":\"sim-1\"|/image|unknown",
        "\"name\":\"web\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"mars\"|/location|unknown",
        "\"name\":\"Web_1\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\"|/name|invalid_name",
        "\"name\":\"-web\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\"|/name|invalid_name",
        "\"name\":\"\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\"|/name|invalid_name",
        "\"name\":7,\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\"|/name|type",
        "\"name\":\"web\",\"plan\":\"s-1\",\"image\":\"alma-10\",\"location\":\"sim-1\"|/image|memory_too_small",
        "\"name\":\"web\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"size\":{\"vcpus\":2}|/size|fixed",
        "\"name\":\"web\",\"plan\":\"custom\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"size\":{\"vcpus\":99}|/size/vcpus|out_of_range",
        "\"name\":\"web\",\"plan\":\"custom\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"size\":{\"vcpus\":0}|/size/vcpus|out_of_range",
        "\"name\":\"web\",\"plan\":\"custom\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"size\":{\"vcpus\":-1}|/size/vcpus|out_of_range",
        "\"name\":\"web\",\"plan\":\"custom\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"size\":{\"memory_mib\":99999999}|/size/memory_mib|out_of_range",
        "\"name\":\"web\",\"plan\":\"custom\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"size\":{\"memory_mib\":0}|/size/memory_mib|out_of_range",
        "\"name\":\"web\",\"plan\":\"custom\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"size\":{\"disk_gib\":99999999}|/size/disk_gib|out_of_range",
        "\"name\":\"web\",\"plan\":\"custom\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"size\":{\"disk_gib\":-1}|/size/disk_gib|out_of_range",
        "\"name\":\"web-🚀\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\"|/name|invalid_name",
        "\"name\":\"web\",\"plan\":\"custom\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"size\":{\"vcpus\":\"2\"}|/size/vcpus|type",
        "\"name\":\"web\",\"plan\":\"custom\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"size\":{\"vcpus\":1.5}|/size/vcpus|type",
        "\"name\":\"web\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"networks\":[\"moon\"]|/networks/0|unknown",
        "\"name\":\"web\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"networks\":\"public\"|/networks|type",
        "\"name\":\"web\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"networks\":[3]|/networks/0|type",
        "\"name\":\"web\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"ssh_keys\":[\"key_1\"]|/ssh_keys/0|unknown",
        "\"name\":\"web\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"labels\":{\"a b\":\"c\"}|/labels/a b|invalid_key",
        "\"name\":\"web\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"labels\":{\"a\":\"c d\"}|/labels/a|invalid_value",
        "\"name\":\"web\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"labels\":{\"a\":1}|/labels/a|type",
        "\"name\":\"web\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"labels\":[]|/labels|type",
        "\"name\":\"web\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"not_before\":\"soon\"|/not_before|type",
        "\"name\":\"web\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"not_before\":\"2999-01-01T00:00:00Z\"|/not_before|too_far",
        "\"name\":\"web\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"not_before\":\"-999999999-01-01T00:00:00+18:00\"|/not_before|out_of_range",
        "\"name\":\"web\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"not_before\":\"-9999-01-01T00:00:00Z\"|/not_before|out_of_range",
        "\"name\":\"web\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"not_before\":\"0001-01-01T00:00:00+00:01\"|/not_before|out_of_range",
        "\"name\":\"web\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"not_before\":\"9999-12-31T23:59:59-00:01\"|/not_before|out_of_range",
        "\"name\":\"web\",\"plan\":\"s-1\",\"image\":\"debian-13\",\"location\":\"sim-1\",\"not_before\":\"+999999999-12-31T23:59:59-18:00\"|/not_before|out_of_range",
      })
  void what_is_wrong_is_pointed_at(String fields, String pointer, String code) {
    var answer = post("{" + fields + "}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.text("/code")).isEqualTo("invalid_input");
    assertThat(answer.text("/type")).isEqualTo("/problems/invalid_input");
    assertThat(answer.text("/instance")).isEqualTo("/api/v1/servers");
    assertThat(answer.at("/retryable").asBoolean(true)).isFalse();
    assertThat(answer.text("/correlation_id")).isEqualTo(answer.header("X-Correlation-Id"));
    assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    assertThat(answer.text("/errors/0/code")).isEqualTo(code);
    assertThat(answer.text("/errors/0/detail")).isNotBlank();
  }

  @Test
  void every_fault_is_told_at_once() {
    var answer = post("{}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/errors")).hasSize(4);
  }

  @Test
  void too_much_is_refused() {
    String longText = "x".repeat(33 * 1024);
    String labels =
        IntStream.range(0, 33)
            .mapToObj(i -> "\"k" + i + "\":\"v\"")
            .collect(Collectors.joining(","));

    assertThat(
            post(anOrder(aName(), ",\"user_data\":\"" + longText + "\"")).text("/errors/0/pointer"))
        .isEqualTo("/user_data");
    assertThat(post(anOrder(aName(), ",\"labels\":{" + labels + "}")).text("/errors/0/code"))
        .isEqualTo("too_many");
    assertThat(post(anOrder("n".repeat(64))).text("/errors/0/pointer")).isEqualTo("/name");
  }

  @Test
  void a_closed_location_takes_no_orders() {
    api.tables().run("update location set available = false where code = 'sim-3'");

    var answer =
        post(
            """
            {"name":"web","plan":"s-1","image":"debian-13","location":"sim-3"}
            """);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("/code")).isEqualTo("resource_unavailable");
  }

  @Test
  void a_plan_is_ordered_only_where_it_is_offered() {
    api.tables().run("update plan set locations = '{sim-2}' where code = 'm-8'");

    var answer =
        post(
            """
            {"name":"web","plan":"m-8","image":"debian-13","location":"sim-1"}
            """);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/errors/0/code")).isEqualTo("not_offered");
  }

  @Test
  void an_inactive_plan_is_unknown() {
    api.tables().run("update plan set active = false where code = 's-4'");

    var answer =
        post(
            """
            {"name":"web","plan":"s-4","image":"debian-13","location":"sim-1"}
            """);

    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/plan");
  }

  @ParameterizedTest
  @CsvSource({"old, 5, false, unknown", "wide, 9000, true, disk_too_small"})
  void an_image_is_ordered_while_it_is_active_and_with_a_disk_it_fits_on(
      String image, int disk, boolean isActive, String code) {
    api.tables()
        .run(
            """
            insert into image (id, code, name, os_family, min_disk_gib, min_memory_mib, active)
            values ('img_%1$s', '%1$s', '%1$s', 'debian', %2$d, 512, %3$s)
            """
                .formatted(image, disk, isActive));

    var answer =
        post(
            """
            {"name":"web","plan":"s-1","image":"%s","location":"sim-1"}
            """
                .formatted(image));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/image");
    assertThat(answer.text("/errors/0/code")).isEqualTo(code);
  }

  @Test
  void a_name_is_taken_once_for_each_tenant() {
    order(http, "mine");

    var again = order(http, "mine");
    var other = order(api.as(api.tenantUser()), "mine");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("/code")).isEqualTo("uniqueness_error");
    assertThat(again.text("/errors/0/pointer")).isEqualTo("/name");
    assertThat(other.status()).isEqualTo(201);
  }

  @Test
  void a_bad_dry_run_flag_is_refused() {
    var answer = http.post("/api/v1/servers?dry_run=maybe", anOrder(aName()));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/dry_run");
  }
}
