package dev.slipway.activities.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A way to the database that can be shut: connections break, and new ones are refused.
public final class Gate implements AutoCloseable {

  private final String host;
  private final int port;
  private final Socket way = new Socket();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile @Nullable ServerSocket door;

  /// An open gate before `host:port`.
  public Gate(String host, int port) {
    this.host = host;
    this.port = port;
    hold();
    open();
  }

  /// Keeps the port while the gate is shut: nobody else's connection gets it.
  private void hold() {
    try {
      way.setReuseAddress(true);
      way.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException("finding a port for a gate", e);
    }
  }

  /// The port to connect to.
  public int port() {
    return way.getLocalPort();
  }

  /// Opens it again.
  public void open() {
    try {
      ServerSocket listening = new ServerSocket();
      listening.setReuseAddress(true);
      listening.bind(way.getLocalSocketAddress());
      door = listening;
      Thread.startVirtualThread(() -> serve(listening));
    } catch (IOException e) {
      throw new UncheckedIOException("opening a gate at " + port(), e);
    }
  }

  /// Shuts it and breaks every connection.
  public void shut() {
    close(door);
    open.forEach(Gate::close);
    open.clear();
  }

  @Override
  public void close() {
    shut();
    close(way);
  }

  private void serve(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        Socket from = listening.accept();
        Socket to = new Socket(host, port);
        open.addAll(List.of(from, to));
        Thread.startVirtualThread(() -> carry(from, to));
        Thread.startVirtualThread(() -> carry(to, from));
      } catch (IOException e) {
        close(listening);
      }
    }
  }

  private static void carry(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      close(from);
    } finally {
      close(to);
    }
  }

  private static void close(@Nullable AutoCloseable open) {
    try {
      if (open != null) {
        open.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException("closing a gate", e);
    }
  }
}
