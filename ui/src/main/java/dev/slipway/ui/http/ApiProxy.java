package dev.slipway.ui.http;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// Hands requests of programs to Micronaut's server, unbuffered, and tells it who really asked.
final class ApiProxy extends ProxyHandler.Reverse {
  private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern ILLEGAL = Pattern.compile("[ \"<>\\\\^`{|}]");

  private final Duration silence;
  private final int connections;

  /// @param silence longer than the longest poll and the pause between two comments of an event
  ///   stream
  /// @param connections how many there may be to the API
  ApiProxy(URI target, Duration silence, int connections) {
    super(request -> rewrite(request.getHttpURI(), target));
    this.silence = silence;
    this.connections = connections;
  }

  @Override
  protected void configureHttpClient(HttpClient client) {
    super.configureHttpClient(client);
    client.setIdleTimeout(silence.toMillis());
    client.setMaxConnectionsPerDestination(connections);
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
        .port(target.getPort())
        .query(legal(asked.getQuery()));
  }

  /// A query as RFC 3986 has it: browsers send some characters as they are that it has no place
  /// for.
  private static @Nullable String legal(@Nullable String query) {
    if (query == null) {
      return null;
    }
    if (BROKEN.matcher(query).find()) {
      throw new HttpException.RuntimeException(
          HttpStatus.BAD_REQUEST_400, "% is not followed by two digits");
    }
    return ILLEGAL
        .matcher(query)
        .replaceAll(found -> "%%%02X".formatted((int) found.group().charAt(0)));
  }
}
