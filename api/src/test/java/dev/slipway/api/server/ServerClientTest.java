package dev.slipway.api.server;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.aName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.server.ServerOperations.ServerQuery;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.ClientFilter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.client.annotation.Client;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ServerClientTest {

  /// The routes as a typed client, from the interface the controller implements.
  @Client("/api/v1/servers")
  @Requires(property = "slipway.test.played")
  interface ServerClient extends ServerOperations {}

  /// Signs every request of the client.
  @ClientFilter("/api/v1/servers/**")
  @Requires(property = "slipway.test.played")
  static final class Signing {

    private static volatile String token = "";

    @RequestFilter
    void sign(MutableHttpRequest<?> request) {
      request.bearerAuth(token);
    }
  }

  private final ApiServer api = ApiServer.shared();
  private final ServerClient servers = api.bean(ServerClient.class);

  private static OrderInput order(String name) {
    return new OrderInput(
        name,
        "s-1",
        null,
        "debian-13",
        "sim-1",
        List.of("public"),
        null,
        Map.of("a", "b"),
        null,
        null,
        null);
  }

  @Test
  void a_program_written_against_the_interface_orders_and_finds_its_server() {
    Signing.token = api.token(api.tenantUser());
    String name = aName();

    var ordered = servers.order(aKey(), null, order(name));
    var dry = servers.order(null, "true", order(aName()));
    var server = Objects.requireNonNull(ordered.getBody().orElseThrow().server());

    assertThat(ordered.code()).isEqualTo(201);
    assertThat(server.name()).isEqualTo(name);
    assertThat(server.labels()).containsEntry("a", "b");
    assertThat(Objects.requireNonNull(dry.getBody().orElseThrow().dryRun()).steps()).hasSize(7);
    assertThat(servers.get(server.id()).getBody().orElseThrow().server()).isEqualTo(server);
    assertThat(
            servers
                .list(new ServerQuery(List.of("queued"), null, name, null, null, null, null, "5"))
                .servers())
        .containsExactly(server);
  }
}
