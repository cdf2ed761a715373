package dev.slipway.api.action;

import static dev.slipway.api.server.OrderFixtures.orderedAction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantCommandTest {

  private final ApiServer api = ApiServer.shared();
  private final Http http = api.as(api.tenantUser());
  private final String action = orderedAction(http);
  private final String path = "/api/v1/actions/" + action;

  @Test
  void a_tenant_hears_that_a_word_does_not_fit_or_is_none() {
    api.tables().run(action, "reserve-capacity");

    var undo = http.post(path + "/commands", "{\"command\":\"undo\"}");
    var none = http.post(path + "/commands", "{\"command\":\"dance\"}");

    assertThat(undo.status()).isEqualTo(409);
    assertThat(undo.text("/code")).isEqualTo("command_not_allowed");
    assertThat(undo.at("/allowed").toString()).isEqualTo("[\"abort\"]");
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.text("/errors/0/pointer")).isEqualTo("/command");
  }

  @ParameterizedTest
  @ValueSource(strings = {"retry", "retry_with", "adopt", "skip"})
  void a_tenant_repairs_nothing(String command) {
    api.tables().park(action, "create-machine", "capacity");

    var answer =
        http.post(path + "/commands", "{\"command\":\"%s\",\"reason\":\"x\"}".formatted(command));

    assertThat(answer.status()).isEqualTo(403);
  }
}
