package dev.slipway.api.security;

import dev.slipway.api.http.ProblemException;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose request one is: the user's, or the address's where nobody has signed in. Each is counted
/// once.
@Singleton
class CountedCallers {

  private static final String ATTRIBUTE = "slipway.rate-limit";

  private final RateLimits limits;

  CountedCallers(RateLimits limits) {
    this.limits = limits;
  }

  /// Counts a request.
  ///
  /// @return why it is refused, null where it is one of the caller's
  @Nullable ProblemException count(HttpRequest<?> request) {
    if (limits.isOff()) {
      return null;
    }
    RateLimits.Standing standing = limits.take(callerOf(request));
    request.setAttribute(ATTRIBUTE, standing);
    return standing.isAdmitted() || isProbe(request.getPath())
        ? null
        : ProblemException.tooMany("Too many requests.", standing.next());
  }

  /// Where the caller of a request stands, empty as long as it was not counted.
  Optional<RateLimits.Standing> standing(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, RateLimits.Standing.class);
  }

  private static String callerOf(HttpRequest<?> request) {
    return request
        .getUserPrincipal()
        .map(Principal::getName)
        .orElseGet(() -> "address " + ClientAddress.of(request));
  }

  // who watches over Slipway takes a refusal for its end
  private static boolean isProbe(String path) {
    return path.startsWith("/health/") || path.equals("/metrics");
  }
}
