package dev.slipway.ui.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// Where and how the public port is served.
///
/// @param port the public port, `SLIPWAY_PORT`; 0 takes a free one
/// @param host the interface it listens on, `SLIPWAY_HOST`
/// @param behindProxy whether the addresses in `X-Forwarded-*` of incoming requests are believed
/// @param sessionTimeout how long a signed-in page may be idle
/// @param silence how long an answer of the API may be silent before the bridge gives it up
/// @param requestPatience how long a request may take to arrive before its connection is closed
/// @param waiting how many event streams and long polls of all callers may be open at once, in each
///   web process
@ConfigurationProperties("slipway")
public record WebSettings(
    @Bindable(defaultValue = WebSettings.USUAL_PORT) int port,
    @Bindable(defaultValue = WebSettings.USUAL_HOST) String host,
    @Bindable(defaultValue = "false") boolean behindProxy,
    @Bindable(defaultValue = "30m") Duration sessionTimeout,
    @Bindable(defaultValue = "75s") Duration silence,
    @Bindable(defaultValue = "60s") Duration requestPatience,
    @Bindable(defaultValue = "4000") int waiting) {

  /// The public port, unless told otherwise.
  public static final String USUAL_PORT = "8080";

  /// The interface, unless told otherwise.
  public static final String USUAL_HOST = "127.0.0.1";
}
