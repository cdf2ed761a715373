package dev.slipway.api.security;

import dev.slipway.api.http.ProblemException;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Holds each caller to his number of requests, and tells him with every answer what is left.
@ServerFilter("/api/v1/**")
final class RateLimitFilter implements Ordered {

  private static final String ATTRIBUTE = "slipway.rate-limit";

  private static final String LIMIT = "RateLimit-Limit";

  private final RateLimits limits;
  private final ErrorResponseProcessor<?> problems;

  RateLimitFilter(RateLimits limits, ErrorResponseProcessor<?> problems) {
    this.limits = limits;
    this.problems = problems;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  // It answers instead of throwing: what a filter throws passes its own response filter by.
  @RequestFilter
  @Nullable HttpResponse<?> admit(HttpRequest<?> request) {
    Optional<Principal> caller = request.getUserPrincipal();
    if (limits.isOff() || caller.isEmpty()) {
      return null;
    }
    RateLimits.Standing standing = limits.take(caller.get().getName());
    request.setAttribute(ATTRIBUTE, standing);
    if (standing.isAdmitted()) {
      return null;
    }
    var refusal = ProblemException.tooMany("Too many requests.", standing.next());
    var response =
        problems.processResponse(
            ErrorContext.builder(request).cause(refusal).build(), HttpResponse.ok());
    tell(request, response);
    return response;
  }

  @ResponseFilter
  void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (!response.getHeaders().contains(LIMIT)) {
      request
          .getAttribute(ATTRIBUTE, RateLimits.Standing.class)
          .ifPresent(standing -> {
            response.header(LIMIT, Integer.toString(standing.limit()));
            response.header("RateLimit-Remaining", Integer.toString(standing.remaining()));
            response.header("RateLimit-Reset", seconds(standing.full()));
          });
    }
  }

  private static String seconds(Duration time) {
    return Long.toString(time.plusNanos(999_999_999).toSeconds());
  }
}
