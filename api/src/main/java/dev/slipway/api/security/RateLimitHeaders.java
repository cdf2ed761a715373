package dev.slipway.api.security;

import dev.slipway.api.http.ProblemException;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import java.time.Duration;

/// Tells each caller with every answer what is left of his requests. It stands before security, so
/// that those who are refused there are counted, too.
@ServerFilter("/**")
final class RateLimitHeaders implements Ordered {

  private final CountedCallers callers;
  private final ErrorResponseProcessor<?> problems;

  RateLimitHeaders(CountedCallers callers, ErrorResponseProcessor<?> problems) {
    this.callers = callers;
    this.problems = problems;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.before();
  }

  @ResponseFilter
  void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (callers.standing(request).isEmpty()) {
      ProblemException refusal = callers.count(request);
      if (refusal != null) {
        response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
        problems.processResponse(ErrorContext.builder(request).cause(refusal).build(), response);
      }
    }
    callers
        .standing(request)
        .ifPresent(standing -> {
          response.header("RateLimit-Limit", Integer.toString(standing.limit()));
          response.header("RateLimit-Remaining", Integer.toString(standing.remaining()));
          response.header("RateLimit-Reset", seconds(standing.full()));
        });
  }

  private static String seconds(Duration time) {
    return Long.toString(time.plusNanos(999_999_999).toSeconds());
  }
}
