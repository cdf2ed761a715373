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
  void the_ledger_is_readable() {
    assertThat(http.get(PATH + "/machines").at("/machines").isArray()).isTrue();
    assertThat(http.get(PATH + "/addresses").at("/addresses").isArray()).isTrue();
  }

  @Test
  void a_location_that_is_not_simulated_is_not_found() {
    assertThat(http.get("/api/v1/admin/simulators/mars/faults").text("/code"))
        .isEqualTo("not_found");
    assertThat(http.put("/api/v1/admin/simulators/mars/faults", "{\"faults\":[]}").status())
        .isEqualTo(404);
  }
}
