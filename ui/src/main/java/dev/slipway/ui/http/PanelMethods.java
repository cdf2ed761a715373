package dev.slipway.ui.http;

import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Refuses every method that no page has. Vaadin would answer each of them with the page.
final class PanelMethods extends Handler.Wrapper {
  /// Pages are read, and what is done on them is posted.
  private static final Set<String> ALLOWED =
      Set.of(HttpMethod.GET.asString(), HttpMethod.HEAD.asString(), HttpMethod.POST.asString());

  PanelMethods(Handler panel) {
    super(panel);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (ALLOWED.contains(request.getMethod())) {
      return super.handle(request, response, callback);
    }
    Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
    return true;
  }

  /// Says on a refusal what is not refused.
  static void tell(Response response) {
    response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD, POST");
  }
}
