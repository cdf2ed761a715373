package dev.slipway.api.security;

import dev.slipway.api.http.ProblemException;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whose request one is: the user's, or the address's where nobody has signed in. Each is counted
/// once, but for those that ask how Slipway does: open pages ask so every few seconds, and would
/// use up what the others behind their address sign in with.
@Singleton
class CountedCallers {

  private static final String ATTRIBUTE = "slipway.rate-limit";

  private static final Set<HttpMethod> READING =
      EnumSet.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final RateLimits limits;

  CountedCallers(RateLimits limits) {
    this.limits = limits;
  }

  /// Counts a request.
  ///
  /// @return why it is refused, null where it is one of the caller's
  @Nullable ProblemException count(HttpRequest<?> request) {
    if (limits.isOff() || isProbe(request.getPath())) {
      return null;
    }
    Buckets.Standing standing = standingAfter(request);
    request.setAttribute(ATTRIBUTE, standing);
    return standing.isAdmitted()
        ? null
        : ProblemException.tooMany("Too many requests.", standing.next());
  }

  /// Where the caller of a request stands, empty as long as it was not counted.
  Optional<Buckets.Standing> standing(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Buckets.Standing.class);
  }

  private Buckets.Standing standingAfter(HttpRequest<?> request) {
    boolean isChange = !READING.contains(request.getMethod());
    return request
        .getUserPrincipal(Authentication.class)
        .flatMap(Callers::of)
        .map(caller -> limits.take(caller, isChange))
        .orElseGet(() -> limits.take(ClientAddress.of(request), isChange));
  }

  // who watches over Slipway takes a refusal for its end
  private static boolean isProbe(String path) {
    return path.startsWith("/health/") || path.equals("/metrics");
  }
}
