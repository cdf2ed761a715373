package dev.slipway.api.http;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.aName;
import static dev.slipway.api.server.OrderFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {

  private final ApiServer api = ApiServer.with(Map.of());
  private final Http http = api.as(api.tenantUser());

  @Test
  void everything_is_refused_clearly_and_goes_on_when_it_is_back() {
    Http keyed = http.once(aKey());
    String order = anOrder(aName());
    api.tables().goAway();

    var refused = keyed.post("/api/v1/servers", order);
    var login =
        api.anonymous()
            .post("/api/v1/auth/login", "{\"email\":\"a@example.org\",\"password\":\"x\"}");
    var ready = api.anonymous().get("/health/ready");
    var live = api.anonymous().get("/health/live");
    api.tables().comeBack();

    assertThat(refused.status()).as(refused.body()).isEqualTo(503);
    assertThat(refused.text("/code")).isEqualTo("database_unavailable");
    assertThat(refused.at("/retryable").asBoolean()).isTrue();
    assertThat(refused.header("Retry-After")).isEqualTo("2");
    assertThat(login.text("/code")).isEqualTo("database_unavailable");
    assertThat(ready.status()).isEqualTo(503);
    assertThat(ready.text("/database/status")).isEqualTo("down");
    assertThat(live.status()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> keyed.post("/api/v1/servers", order).status() == 201);
    assertThat(http.get("/api/v1/servers").at("/meta/pagination/total").asInt()).isEqualTo(1);
  }
}
