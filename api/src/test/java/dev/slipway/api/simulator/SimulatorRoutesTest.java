package dev.slipway.api.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorRoutesTest {

  private static final String PATH = "/api/v1/admin/simulators/sim-2";

  private final ApiServer api = ApiServer.shared();
  private final Http http = api.as(api.operator());

  @Test
  void faults_are_replaced_and_shown() {
    var answer =
        http.put(
            PATH + "/faults",
            """
            {"faults":[{"operation":"create_machine","fault":"lost_reply"},
                       {"operation":"*","fault":"latency","times":3,"probability":0.5,"latency_ms":20}]}
            """);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(http.get(PATH + "/faults").at("/faults/0").toString())
        .isEqualTo(
            "{\"operation\":\"create_machine\",\"fault\":\"lost_reply\",\"times\":1,"
                + "\"probability\":1.0,\"latency_ms\":0}");
    assertThat(answer.at("/faults/1/latency_ms").asInt()).isEqualTo(20);
    assertThat(http.put(PATH + "/faults", "{}").status()).isEqualTo(422);
    assertThat(http.get(PATH + "/faults").at("/faults")).isNotEmpty();
    assertThat(http.put(PATH + "/faults", "{\"faults\":[]}").at("/faults")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"fault\":\"boredom\"}|/faults/0/fault",
        "{\"operation\":\"dance\",\"fault\":\"lost_reply\"}|/faults/0/operation",
        "{\"fault\":\"lost_reply\",\"times\":0}|/faults/0/times",
        "{\"fault\":\"lost_reply\",\"probability\":2}|/faults/0/probability",
        "{\"fault\":\"latency\",\"latency_ms\":-1}|/faults/0/latency_ms",
        "{\"fault\":\"latency\",\"times\":\"x\"}|/faults/0/times"
      })
  void a_wrong_fault_is_pointed_at(String fault, String pointer) {
    var answer = http.put(PATH + "/faults", "{\"faults\":[" + fault + "]}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
  }

  @Test
  void timing_is_changed_in_part() {
    var answer = http.put(PATH + "/timing", "{\"create_ms\":50,\"variance\":0}");

    assertThat(answer.at("/timing/create_ms").asInt()).isEqualTo(50);
    assertThat(http.get(PATH + "/timing").at("/timing/create_ms").asInt()).isEqualTo(50);
    assertThat(answer.at("/timing/power_ms").asInt()).isPositive();
    assertThat(http.put(PATH + "/timing", "{\"create_ms\":-1}").status()).isEqualTo(422);
  }

  @Test
  void what_is_wrong_with_a_fault_is_said_in_words() {
    var none = http.put(PATH + "/faults", "{\"faults\":[null]}");
    var unknown =
        http.put(PATH + "/faults", "{\"faults\":[{\"fault\":\"capacity\",\"operation\":\"fly\"}]}");

    assertThat(none.text("/errors/0/detail")).isEqualTo("/faults/0 must not be null.");
    assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/faults/0/operation");
    assertThat(unknown.text("/errors/0/detail"))
        .startsWith("operation is allocate_address, backup, configure, ")
        .endsWith(", verify, or * for every one.");
  }

  @Test
  void the_ledger_is_readable() {
    assertThat(http.get(PATH + "/machines").at("/machines").isArray()).isTrue();
    assertThat(http.get(PATH + "/addresses").at("/addresses").isArray()).isTrue();
  }

  @Test
  void a_machine_is_made_by_hand_with_a_plans_size_or_its_own() {
    String own = "{\"vcpus\":1,\"memory_mib\":512,\"disk_gib\":10}";
    var planned =
        http.once("by-hand-1")
            .post(
                PATH + "/machines",
                "{\"name\":\"hand-1\",\"plan\":\"s-1\",\"image\":\"debian-13\"}");
    var replay =
        http.once("by-hand-1")
            .post(
                PATH + "/machines",
                "{\"name\":\"hand-1\",\"plan\":\"s-1\",\"image\":\"debian-13\"}");
    var sized =
        http.post(
            PATH + "/machines",
            "{\"name\":\"hand-2\",\"size\":%s,\"image\":\"debian-13\"}".formatted(own));

    assertThat(planned.status()).isEqualTo(201);
    assertThat(planned.text("/machine/name")).isEqualTo("hand-1");
    assertThat(planned.text("/machine/state")).isEqualTo("running");
    assertThat(planned.at("/machine/key").isNull()).isTrue();
    assertThat(planned.at("/machine/action_id").isNull()).isTrue();
    assertThat(replay.text("/machine/external_id")).isEqualTo(planned.text("/machine/external_id"));
    assertThat(sized.status()).isEqualTo(201);
    assertThat(http.get(PATH + "/machines").at("/machines").findValuesAsText("external_id"))
        .contains(planned.text("/machine/external_id"), sized.text("/machine/external_id"))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"plan\":\"s-1\",\"image\":\"debian-13\"}|/name",
        "{\"name\":\"Ä\",\"plan\":\"s-1\",\"image\":\"debian-13\"}|/name",
        "{\"name\":\"a\",\"image\":\"debian-13\"}|/plan",
        "{\"name\":\"a\",\"plan\":\"nope\",\"image\":\"debian-13\"}|/plan",
        "{\"name\":\"a\",\"plan\":\"s-1\",\"image\":\"nope\"}|/image",
        "{\"name\":\"a\",\"plan\":\"s-1\"}|/image",
        "{\"name\":\"a\",\"size\":{\"vcpus\":1},\"image\":\"debian-13\"}|/size",
        "{\"name\":\"a\",\"size\":{\"vcpus\":0,\"memory_mib\":1,\"disk_gib\":1},\"image\":\"debian-13\"}|/size",
        "{\"name\":\"a\",\"size\":{\"vcpus\":\"x\"},\"image\":\"debian-13\"}|/size/vcpus"
      })
  void a_machine_that_cannot_be_is_pointed_at(String machine, String pointer) {
    int before = http.get(PATH + "/machines").at("/machines").size();

    var answer = http.post(PATH + "/machines", machine);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    assertThat(http.get(PATH + "/machines").at("/machines")).hasSize(before);
  }

  @Test
  void a_machine_that_no_host_can_take_is_not_made() {
    String huge = "{\"vcpus\":100000,\"memory_mib\":2147483647,\"disk_gib\":2147483647}";

    var answer =
        http.post(
            PATH + "/machines",
            "{\"name\":\"huge\",\"size\":%s,\"image\":\"debian-13\"}".formatted(huge));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("/code")).isEqualTo("placement_error");
  }

  @Test
  void a_tenant_makes_nothing_by_hand() {
    var answer =
        api.as(api.tenantUser())
            .post(PATH + "/machines", "{\"name\":\"a\",\"plan\":\"s-1\",\"image\":\"debian-13\"}");

    assertThat(answer.text("/code")).isEqualTo("forbidden");
  }

  @Test
  void a_location_that_is_not_simulated_is_not_found() {
    assertThat(http.get("/api/v1/admin/simulators/mars/faults").text("/code"))
        .isEqualTo("not_found");
    assertThat(http.put("/api/v1/admin/simulators/mars/faults", "{\"faults\":[]}").status())
        .isEqualTo(404);
  }
}
