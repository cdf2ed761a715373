package dev.slipway.ui.http;

import io.micronaut.context.BeanContext;
import jakarta.servlet.SessionTrackingMode;
import java.util.Set;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.SessionHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.http.HttpCookie.SameSite;

/// The servlet context that holds the Vaadin panel.
final class Panel {
  private Panel() {}

  static ServletContextHandler serve(BeanContext beans, WebSettings settings) {
    var context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
    context.setClassLoader(Panel.class.getClassLoader());
    keepSessionsSafe(context.getSessionHandler(), settings);
    JakartaWebSocketServletContainerInitializer.configure(context, null);
    context.addServletContainerInitializer(new VaadinInitializer(beans));
    return context;
  }

  private static void keepSessionsSafe(SessionHandler sessions, WebSettings settings) {
    sessions.setMaxInactiveInterval(Math.toIntExact(settings.sessionTimeout().toSeconds()));
    sessions.setSessionCookie("slipway_session");
    sessions.setHttpOnly(true);
    sessions.setSameSite(SameSite.LAX);
    sessions.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
  }
}
