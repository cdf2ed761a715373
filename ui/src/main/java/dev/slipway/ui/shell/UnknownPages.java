package dev.slipway.ui.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.eclipse.jetty.http.HttpStatus;

/// Answers `404` where no page has the address. The browser still draws the page that says so:
/// Vaadin knows an address only when the page asks for its content.
@Singleton
class UnknownPages implements VaadinServiceInitListener {

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(UnknownPages::answer);
  }

  private static void answer(IndexHtmlResponse page) {
    var request = page.getVaadinRequest();
    var path = Objects.requireNonNullElse(request.getPathInfo(), "").replaceAll("^/|/$", "");
    var pages = request.getService().getRouter().getRegistry();
    if (!pages.getNavigationRouteTarget(path).hasTarget()) {
      page.getVaadinResponse().setStatus(HttpStatus.NOT_FOUND_404);
    }
  }
}
