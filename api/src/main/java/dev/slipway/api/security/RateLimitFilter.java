package dev.slipway.api.security;

import dev.slipway.api.http.ProblemException;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import org.jspecify.annotations.Nullable;

/// Holds each caller to his number of requests before they are served.
@ServerFilter("/**")
final class RateLimitFilter implements Ordered {

  private final CountedCallers callers;
  private final ErrorResponseProcessor<?> problems;

  RateLimitFilter(CountedCallers callers, ErrorResponseProcessor<?> problems) {
    this.callers = callers;
    this.problems = problems;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  @RequestFilter
  @Nullable HttpResponse<?> admit(HttpRequest<?> request) {
    ProblemException refusal = callers.count(request);
    return refusal == null
        ? null
        : problems.processResponse(
            ErrorContext.builder(request).cause(refusal).build(), HttpResponse.ok());
  }
}
