package dev.slipway.ui.shell;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// The headers that keep a browser from guessing types, framing the panel or leaking addresses.
final class SecurityHeaders extends Handler.Wrapper {
  SecurityHeaders(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var headers = response.getHeaders();
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "same-origin");
    headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    if (request.isSecure()) {
      headers.put("Strict-Transport-Security", "max-age=31536000");
    }
    return super.handle(request, response, callback);
  }
}
