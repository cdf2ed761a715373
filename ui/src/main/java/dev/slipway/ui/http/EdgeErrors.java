package dev.slipway.ui.http;

import dev.slipway.api.http.Correlation;
import dev.slipway.api.http.Problem;
import dev.slipway.api.http.ProblemType;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Errors that arise on the public port itself: a problem document under the addresses of programs,
/// a page of ours else. A problem has an id like those of the API, and one line in the log.
final class EdgeErrors extends ErrorHandler {
  /// What Jetty calls a request that it could not even parse.
  private static final String UNREADABLE = "/badMessage";

  /// What stands where an address would, and none was asked for.
  private static final Set<String> NO_ADDRESS = Set.of(UNREADABLE, PublicConnections.OF_A_PROGRAM);

  private static final Logger LOG = LoggerFactory.getLogger(EdgeErrors.class);

  private static final Set<Integer> RETRYABLE =
      Set.of(
          HttpStatus.REQUEST_TIMEOUT_408,
          HttpStatus.TOO_MANY_REQUESTS_429,
          HttpStatus.SERVICE_UNAVAILABLE_503);

  /// What the proxy says of an API that is away or silent. That there is a proxy is no caller's
  /// business.
  private static final Set<Integer> BEHIND =
      Set.of(HttpStatus.BAD_GATEWAY_502, HttpStatus.GATEWAY_TIMEOUT_504);

  private static final long RETRY_AFTER_SECONDS = 2;

  private final JsonMapper json;

  EdgeErrors(JsonMapper json) {
    this.json = json;
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int found,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback)
      throws IOException {
    int status = BEHIND.contains(found) ? HttpStatus.SERVICE_UNAVAILABLE_503 : found;
    response.setStatus(status);
    // an error begins with no headers at all
    SecurityHeaders.put(request, response);
    var path = request.getHttpURI().getPath();
    if (path != null && !path.equals(UNREADABLE) && !ApiPaths.contain(path)) {
      if (status == HttpStatus.METHOD_NOT_ALLOWED_405) {
        PanelMethods.tell(response);
      }
      EdgePage.write(response, status, callback);
      return;
    }
    var problem =
        problem(
            path == null || NO_ADDRESS.contains(path) ? "/" : path,
            status,
            Correlation.of(request.getHeaders().get(Correlation.HEADER)));
    LOG.info(
        "Refused at the public port status={} code={} path={} correlation_id={}",
        status,
        problem.code(),
        problem.instance(),
        problem.correlationId());
    var headers = response.getHeaders();
    headers.put(Correlation.HEADER, problem.correlationId());
    headers.put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    // what a silent API did with the request nobody knows: who sent it decides
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503 && found != HttpStatus.GATEWAY_TIMEOUT_504) {
      headers.put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    response.write(true, ByteBuffer.wrap(json.writeValueAsBytes(problem)), callback);
  }

  private static Problem problem(String path, int status, String id) {
    ProblemType type = typeOf(status);
    return new Problem(
        type.uri(),
        type.title(),
        status,
        type.tenantText(),
        path,
        type.code(),
        RETRYABLE.contains(status),
        id,
        List.of(),
        null,
        null);
  }

  private static ProblemType typeOf(int status) {
    return switch (status) {
      case HttpStatus.NOT_FOUND_404 -> ProblemType.NOT_FOUND;
      case HttpStatus.METHOD_NOT_ALLOWED_405 -> ProblemType.METHOD_NOT_ALLOWED;
      case HttpStatus.PAYLOAD_TOO_LARGE_413 -> ProblemType.PAYLOAD_TOO_LARGE;
      case HttpStatus.SERVICE_UNAVAILABLE_503 -> ProblemType.MAINTENANCE;
      case HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 -> ProblemType.MALFORMED_REQUEST;
      default -> status < 500 ? ProblemType.MALFORMED_REQUEST : ProblemType.INTERNAL_ERROR;
    };
  }
}
