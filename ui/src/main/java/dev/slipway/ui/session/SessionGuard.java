package dev.slipway.ui.session;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinRequestInterceptor;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Ends a browser's session at its next request once its sign-in was ended elsewhere, or nobody did
/// anything in it for too long. Every open page asks at least once a minute.
@Singleton
class SessionGuard implements VaadinServiceInitListener, VaadinRequestInterceptor {

  private static final long serialVersionUID = 1L;

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addVaadinRequestInterceptor(this);
  }

  @Override
  public void requestStart(VaadinRequest request, @Nullable VaadinResponse response) {
    WrappedSession session = request.getWrappedSession(false);
    if (session == null) {
      return;
    }
    if (SignedIn.isEnded(session)) {
      LastVisit.end();
      session.invalidate();
    } else if (SignedIn.isIdle(session)) {
      session.invalidate();
    }
  }

  @Override
  public void handleException(
      VaadinRequest request,
      @Nullable VaadinResponse response,
      @Nullable VaadinSession session,
      Exception thrown) {}

  @Override
  public void requestEnd(
      VaadinRequest request, @Nullable VaadinResponse response, @Nullable VaadinSession session) {}
}
