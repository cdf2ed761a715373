package dev.slipway.deploy.local;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.internal.testservice.GRPCServerHelper;
import io.temporal.internal.testservice.TestServicesStarter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// The Java engine of Temporal inside this process, in real time and without a disk.
///
/// Its public starter listens on every address, and this engine asks nobody for a password; hence
/// the same services on a listener of our own, on the loopback address.
final class InMemoryTemporal implements AutoCloseable {

  private final TestServicesStarter services;
  private final Server server;

  private InMemoryTemporal(TestServicesStarter services, Server server) {
    this.services = services;
    this.server = server;
  }

  static InMemoryTemporal start(int port) throws IOException {
    TestServicesStarter services = new TestServicesStarter(true, 0);
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    GRPCServerHelper.registerServicesAndHealthChecks(services.getServices(), builder);
    return new InMemoryTemporal(services, builder.build().start());
  }

  @Override
  public void close() {
    server.shutdownNow();
    services.close();
  }
}
