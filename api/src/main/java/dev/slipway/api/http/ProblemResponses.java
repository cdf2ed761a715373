package dev.slipway.api.http;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedBodyRouteException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Turns every error, the framework's own included, into a problem document.
@Singleton
final class ProblemResponses implements ErrorResponseProcessor<Problem> {

  private static final String RETRY_AFTER_SECONDS = "2";

  /// Every 401 has one (RFC 9110, 15.5.2); `Basic` would make browsers ask for a password.
  private static final String CHALLENGE = "Bearer";

  @Override
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    ProblemException refusal =
        context
            .getRootCause()
            .map(cause -> refusalOf(cause, response.code()))
            .orElseGet(() -> new ProblemException(typeOf(response.code())));
    return write(context.getRequest(), refusal, response);
  }

  static MutableHttpResponse<Problem> write(
      HttpRequest<?> request, ProblemException refusal, MutableHttpResponse<?> response) {
    String id = CorrelationFilter.idOf(request);
    response.status(refusal.type().status(), refusal.type().title());
    response.header(Correlation.HEADER, id);
    if (refusal.type().status() == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
    }
    Duration wait = refusal.retryAfter();
    if (wait != null) {
      response.header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
    } else if (refusal.type().status() == 503) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    if (request.getMethod() == HttpMethod.HEAD) {
      return response.body(null);
    }
    return response
        .body(Problem.of(refusal, request.getPath(), id))
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
  }

  private static ProblemException refusalOf(@Nullable Throwable cause, int status) {
    return switch (cause) {
      case ProblemException refusal -> refusal;
      case UnsatisfiedBodyRouteException _ -> new ProblemException(ProblemType.MALFORMED_JSON);
      case UnsatisfiedRouteException missing ->
          ProblemException.invalid(
              "/" + missing.getArgument().getName(), "required", "It is required.");
      case ConversionErrorException wrong ->
          ProblemException.invalid(
              "/" + wrong.getArgument().getName(), "type", "It has the wrong form.");
      case null, default -> new ProblemException(typeOf(status));
    };
  }

  private static ProblemType typeOf(int status) {
    return switch (status) {
      case 401 -> ProblemType.UNAUTHENTICATED;
      case 403 -> ProblemType.FORBIDDEN;
      case 404 -> ProblemType.NOT_FOUND;
      case 405 -> ProblemType.METHOD_NOT_ALLOWED;
      case 406 -> ProblemType.NOT_ACCEPTABLE;
      case 413 -> ProblemType.PAYLOAD_TOO_LARGE;
      case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
      case 429 -> ProblemType.RATE_LIMIT_EXCEEDED;
      case 503 -> ProblemType.MAINTENANCE;
      default -> status < 500 ? ProblemType.INVALID_INPUT : ProblemType.INTERNAL_ERROR;
    };
  }
}
