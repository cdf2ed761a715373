package dev.slipway.api.http;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.aName;
import static dev.slipway.api.server.OrderFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers no field can hold are refused like any other bad one.
class HugeNumbersTest {

  private final ApiServer api = ApiServer.shared();
  private final Http operator = api.as(api.operator());

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "1e999999999", "99999999999999999999"})
  void a_whole_number_is_within_bounds(String number) {
    String order = anOrder(aName(), ",\"size\":{\"vcpus\":" + number + "}");

    var answer = api.as(api.tenantUser()).once(aKey()).post("/api/v1/servers", order);

    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/size/vcpus");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "1e999999999"})
  void a_fraction_is_within_bounds(String number) {
    String faults = "{\"faults\":[{\"fault\":\"capacity\",\"probability\":" + number + "}]}";

    var answer = operator.put("/api/v1/admin/simulators/sim-1/faults", faults);

    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/faults/0/probability");
  }
}
