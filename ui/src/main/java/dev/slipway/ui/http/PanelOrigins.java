package dev.slipway.ui.http;

import dev.slipway.api.http.StorableText;
import java.net.URI;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Refuses what a page of another origin asks of the panel, to be pushed to among it, whatever
/// cookies its browser sends along. Vaadin's own tokens stand behind.
final class PanelOrigins extends Handler.Wrapper {
  private static final Logger LOG = LoggerFactory.getLogger(PanelOrigins.class);

  /// What a browser knows itself, and no page can write: right also behind proxies that tell
  /// another port or host than the reader's.
  private static final String SITE = "Sec-Fetch-Site";

  private static final String SAME = "same-origin";

  PanelOrigins(Handler panel) {
    super(panel);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var headers = request.getHeaders();
    var origin = headers.get(HttpHeader.ORIGIN);
    if (origin == null || SAME.equals(headers.get(SITE)) || isOwn(origin, request.getHttpURI())) {
      return super.handle(request, response, callback);
    }
    LOG.info(
        "Refused a page of another origin origin={} asked={}",
        StorableText.of(origin),
        request.getHttpURI().getAuthority());
    Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403);
    return true;
  }

  /// Whether the page is of the host that is asked. A proxy may leave out its port: then any will
  /// do.
  private static boolean isOwn(String origin, HttpURI asked) {
    try {
      var page = URI.create(origin);
      return page.getHost() != null
          && page.getHost().equalsIgnoreCase(asked.getHost())
          && (asked.getPort() <= 0 || asked.getPort() == portOf(page));
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static int portOf(URI page) {
    int usual = "https".equals(page.getScheme()) ? 443 : 80;
    return page.getPort() < 0 ? usual : page.getPort();
  }
}
