package dev.slipway.ui.http;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells once that requests say whom they come from though nobody is to be believed: it may be a
/// proxy that was not declared, and then everybody behind it is one caller.
final class UndeclaredProxy implements HttpConfiguration.Customizer {
  private static final Logger LOG = LoggerFactory.getLogger(UndeclaredProxy.class);

  private final AtomicBoolean isTold = new AtomicBoolean();

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    if (!isTold.get() && isForwarded(request.getHeaders()) && isTold.compareAndSet(false, true)) {
      LOG.warn(
          "Requests say that they were forwarded, and no proxy is declared: all who come through"
              + " one are limited as one caller. Set SLIPWAY_BEHIND_PROXY=true if it is yours"
              + " address={}",
          Request.getRemoteAddr(request));
    }
    return request;
  }

  private static boolean isForwarded(HttpFields headers) {
    return headers.contains(HttpHeader.X_FORWARDED_FOR) || headers.contains(HttpHeader.FORWARDED);
  }
}
