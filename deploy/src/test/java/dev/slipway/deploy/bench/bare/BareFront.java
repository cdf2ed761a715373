package dev.slipway.deploy.bench.bare;

import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// The Jetty that Slipway has in front of Micronaut, with nothing in it but the proxy.
record BareFront(ServerConnector connector) {

  static BareFront before(URI target) throws Exception {
    Server server = new Server(new VirtualThreadPool());
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(new HttpConfiguration()));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Proxy(target));
    server.start();
    return new BareFront(connector);
  }

  String address() {
    return "http://127.0.0.1:" + connector.getLocalPort() + "/";
  }

  private static final class Proxy extends ProxyHandler.Reverse {

    private Proxy(URI target) {
      super(request ->
          HttpURI.build(request.getHttpURI())
              .scheme(target.getScheme())
              .host(target.getHost())
              .port(target.getPort()));
    }

    @Override
    protected void configureHttpClient(HttpClient client) {
      super.configureHttpClient(client);
      client.setIdleTimeout(Duration.ofSeconds(75).toMillis());
      client.setMaxConnectionsPerDestination(1_024);
    }
  }
}
