package dev.slipway.api.security;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/// Answers a request that security refused: 401 to nobody, 403 to somebody.
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class DeniedHandler
    implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

  private final ErrorResponseProcessor<?> problems;

  DeniedHandler(ErrorResponseProcessor<?> problems) {
    this.problems = problems;
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface declares it
  public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException denied) {
    HttpRequest<?> asked = request;
    var refusal =
        new ProblemException(
            denied.isForbidden() ? ProblemType.FORBIDDEN : ProblemType.UNAUTHENTICATED);
    return problems.processResponse(
        ErrorContext.builder(asked).cause(refusal).build(), HttpResponse.ok());
  }
}
