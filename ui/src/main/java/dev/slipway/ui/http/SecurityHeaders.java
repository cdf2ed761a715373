package dev.slipway.ui.http;

import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// The headers of every answer that keep a browser from guessing types, framing the panel, running
/// what it was not sent, or leaking addresses. A page of the panel brings a content policy of its
/// own.
final class SecurityHeaders extends Handler.Wrapper {
  /// What nothing may do, wherever it is shown.
  private static final String EMBEDDED =
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /// The one page that programs' addresses have for people; it has no script either.
  private static final String DOCUMENTATION = "/api/docs";

  private static final String STYLED =
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; " + EMBEDDED;

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; " + EMBEDDED,
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()",
          "Referrer-Policy",
          "same-origin",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY");

  SecurityHeaders(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    put(request, response);
    return super.handle(request, response, callback);
  }

  /// Sets them on an answer.
  static void put(Request request, Response response) {
    var headers = response.getHeaders();
    ALWAYS.forEach(headers::put);
    if (DOCUMENTATION.equals(request.getHttpURI().getPath())) {
      headers.put("Content-Security-Policy", STYLED);
    }
    if (request.isSecure()) {
      headers.put("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
