package dev.slipway.deploy.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Free ports on the loopback address.
///
/// They are taken below the range the operating system gives to outgoing connections: while a
/// server is down, a client that keeps reconnecting could otherwise be given the server's own port
/// and connect to itself.
final class LoopbackPorts {

  private static final int FIRST = 20_000;
  private static final int COUNT = 10_000;
  private static final int CONNECT_MILLIS = 500;

  private LoopbackPorts() {}

  /// So many different free ports.
  static List<Integer> fresh(int count) {
    List<Integer> ports = new ArrayList<>();
    int start = ThreadLocalRandom.current().nextInt(COUNT);
    for (int i = 0; i < COUNT && ports.size() < count; i++) {
      int port = FIRST + (start + i) % COUNT;
      if (isFree(port)) {
        ports.add(port);
      }
    }
    if (ports.size() < count) {
      throw new StartFailedException("no free port from " + FIRST + " on at the loopback address");
    }
    return List.copyOf(ports);
  }

  /// True when a server could listen there now.
  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /// True when a server listens there now.
  static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
