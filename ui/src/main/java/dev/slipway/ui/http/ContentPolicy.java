package dev.slipway.ui.http;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;

/// Lets a page of the panel run only the scripts that it was sent with.
///
/// `unsafe-eval` stays until Vaadin's client can do without; style attributes need `unsafe-inline`.
@Singleton
class ContentPolicy implements VaadinServiceInitListener {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String POLICY =
      """
      default-src 'self'; script-src 'self' 'nonce-%s' 'unsafe-eval'; \
      style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; \
      connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; \
      frame-ancestors 'none'\
      """;

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(ContentPolicy::guard);
  }

  private static void guard(IndexHtmlResponse page) {
    var nonce = nonce();
    page.getDocument().select("script").attr("nonce", nonce);
    page.getVaadinResponse().setHeader("Content-Security-Policy", POLICY.formatted(nonce));
  }

  private static String nonce() {
    var bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
