package dev.slipway.deploy.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// A loopback port nobody listens on.
final class FreePort {

  private FreePort() {}

  static int find() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
