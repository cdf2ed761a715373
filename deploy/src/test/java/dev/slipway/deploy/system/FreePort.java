package dev.slipway.deploy.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// A port for a server that starts later. It is below those that the operating system gives to
/// outgoing connections, one of which could take it meanwhile, and below those that Slipway takes
/// for its own parts.
final class FreePort {

  private static final int FIRST = 10_000;
  private static final int COUNT = 10_000;

  private FreePort() {}

  static int find() {
    while (true) {
      int port = FIRST + ThreadLocalRandom.current().nextInt(COUNT);
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (IOException taken) {
        // another one, then
      }
    }
  }
}
