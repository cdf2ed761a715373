package dev.slipway.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers what services throw, and logs once what somebody should look at.
@Singleton
final class RefusalHandler implements ExceptionHandler<RuntimeException, HttpResponse<Problem>> {

  private static final Logger LOG = LoggerFactory.getLogger(RefusalHandler.class);

  @Override
  @SuppressWarnings("rawtypes") // as the interface declares it
  public HttpResponse<Problem> handle(HttpRequest request, RuntimeException thrown) {
    HttpRequest<?> asked = request;
    ProblemException refusal = refusalOf(thrown);
    String id = CorrelationFilter.idOf(asked);
    if (refusal.type() == ProblemType.INTERNAL_ERROR) {
      LOG.error(
          "Request failed method={} path={} correlation_id={}",
          asked.getMethodName(),
          asked.getPath(),
          id,
          thrown);
    } else if (refusal.type().status() >= 500) {
      LOG.warn(
          "Request was refused code={} method={} path={} correlation_id={} cause={}",
          refusal.type().code(),
          asked.getMethodName(),
          asked.getPath(),
          id,
          thrown.getMessage());
    }
    return ProblemResponses.write(asked, refusal, HttpResponse.ok());
  }

  private static ProblemException refusalOf(RuntimeException thrown) {
    return thrown instanceof DecompressionException
        ? new ProblemException(
            ProblemType.MALFORMED_JSON, "The body is not in the Content-Encoding it names.")
        : ProblemException.of(thrown);
  }
}
