package dev.slipway.activities.server;

import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.server.ServerName;
import dev.slipway.workflows.server.ServerSize;
import dev.slipway.workflows.server.ServerStatus;
import dev.slipway.workflows.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Servers for tests.
public final class ServerFixtures {

  /// When fixtures are made.
  public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private ServerFixtures() {}

  /// A queued server with a name of its own.
  public static Server aServer(TenantId tenant) {
    return aServer(tenant, "server-" + NUMBERS.incrementAndGet());
  }

  /// A queued server.
  public static Server aServer(TenantId tenant, String name) {
    return aServer(tenant, name, "sim-1", NOON, Map.of());
  }

  /// A queued server.
  public static Server aServer(
      TenantId tenant,
      String name,
      String location,
      Instant createdAt,
      Map<String, String> labels) {
    return new Server(
        new ServerId("srv_" + "%08d".formatted(NUMBERS.incrementAndGet())),
        tenant,
        new ServerName(name),
        ServerStatus.QUEUED,
        null,
        null,
        "s-1",
        new ServerSize(1, 1_024, 25),
        "debian-13",
        location,
        List.of("public"),
        null,
        null,
        labels,
        false,
        null,
        createdAt,
        createdAt,
        1);
  }
}
