package dev.slipway.ui.http;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.VaadinSessionState;
import com.vaadin.flow.server.communication.AtmospherePushConnection;
import java.io.IOException;
import java.io.Serial;
import org.atmosphere.cpr.AtmosphereResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How an open page is told of what changes. A page that closes is told of that, too, and Vaadin
/// then waits for up to a second until it has been told, with the session locked; as a rule it has
/// left by then, and it is the person's next page that waits.
class PanelPushConnection extends AtmospherePushConnection {

  @Serial private static final long serialVersionUID = 1;

  private static final Logger LOG = LoggerFactory.getLogger(PanelPushConnection.class);

  PanelPushConnection(UI ui) {
    super(ui);
  }

  /// Waits for what was sent last, unless a page closes whose session goes on: when the session
  /// ends, its other pages are told so.
  @Override
  public void disconnect() {
    AtmosphereResource resource = getResource();
    if (getUI().isClosing() && isInUse(getUI().getSession()) && isConnected() && resource != null) {
      connectionLost();
      close(resource);
    } else {
      super.disconnect();
    }
  }

  private static boolean isInUse(@Nullable VaadinSession session) {
    return session == null || session.getState() == VaadinSessionState.OPEN;
  }

  private static void close(AtmosphereResource resource) {
    try {
      resource.close();
    } catch (IOException e) {
      LOG.debug("The connection of a page that closes was closed already.", e);
    }
  }
}
