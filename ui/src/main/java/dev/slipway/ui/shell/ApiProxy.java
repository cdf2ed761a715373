package dev.slipway.ui.shell;

import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;

/// Hands requests of programs to Micronaut's server, unbuffered, and tells it who really asked.
final class ApiProxy extends ProxyHandler.Reverse {
  private final Duration silence;

  /// @param silence longer than the longest poll and the pause between two comments of an event
  ///   stream
  ApiProxy(URI target, Duration silence) {
    super(request -> rewrite(request.getHttpURI(), target));
    this.silence = silence;
  }

  @Override
  protected void configureHttpClient(HttpClient client) {
    super.configureHttpClient(client);
    client.setIdleTimeout(silence.toMillis());
    client.setMaxConnectionsPerDestination(1_024);
  }

  /// Overwrites what the caller claims, so behind this port the three headers can be believed.
  @Override
  protected void addProxyHeaders(Request request, org.eclipse.jetty.client.Request forwarded) {
    forwarded.headers(headers -> {
      headers.remove("Forwarded");
      headers.put("X-Forwarded-For", Request.getRemoteAddr(request));
      headers.put("X-Forwarded-Proto", request.isSecure() ? "https" : "http");
      headers.put("X-Forwarded-Host", request.getHttpURI().getAuthority());
    });
  }

  private static HttpURI rewrite(HttpURI asked, URI target) {
    return HttpURI.build(asked)
        .scheme(target.getScheme())
        .host(target.getHost())
        .port(target.getPort());
  }
}
