package dev.slipway.workflows.server;

import dev.slipway.workflows.tenant.TenantId;
import java.util.List;
import java.util.random.RandomGenerator;

/// Servers and orders for tests.
public final class ServerFixtures {

  private ServerFixtures() {}

  /// Any order that can be carried out.
  public static ServerOrder anOrder(RandomGenerator random) {
    int number = random.nextInt(1_000_000);
    return new ServerOrder(
        new ServerId("srv_" + number),
        new TenantId("ten_" + random.nextInt(100)),
        new ServerName("web-" + number),
        "s-" + random.nextInt(1, 5),
        new ServerSize(
            random.nextInt(1, 64), random.nextInt(1, 512) * 512, random.nextInt(10, 4_000)),
        random.nextBoolean() ? "debian-13" : "ubuntu-24-04",
        "sim-" + random.nextInt(1, 4),
        random.nextBoolean() ? List.of("public") : List.of("public", "private"),
        random.nextBoolean() ? List.of() : List.of("key_1", "key_2"));
  }
}
