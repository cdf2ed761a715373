package dev.slipway.ui.shell;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Errors that arise on the public port itself: a problem document for programs, a plain page else.
final class EdgeErrors extends ErrorHandler {
  /// What Jetty calls a request that it could not even parse.
  private static final String UNREADABLE = "/badMessage";

  private final JsonMapper json;

  EdgeErrors(JsonMapper json) {
    this.json = json;
    setShowStacks(false);
    setShowOrigin(false);
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback)
      throws IOException {
    var path = request.getHttpURI().getPath();
    if (path != null && !path.equals(UNREADABLE) && !ApiPaths.contain(path)) {
      super.generateResponse(request, response, status, message, cause, callback);
      return;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    response.write(true, ByteBuffer.wrap(json.writeValueAsBytes(problem(path, status))), callback);
  }

  private static SequencedMap<String, Object> problem(@Nullable String path, int status) {
    var problem = new LinkedHashMap<String, Object>();
    problem.put("type", "/problems/" + code(status));
    problem.put("title", HttpStatus.getMessage(status));
    problem.put("status", status);
    problem.put("instance", path);
    problem.put("code", code(status));
    problem.put("retryable", status == HttpStatus.TOO_MANY_REQUESTS_429 || status > 500);
    problem.put("correlation_id", UUID.randomUUID().toString());
    return problem;
  }

  private static String code(int status) {
    return switch (status) {
      case HttpStatus.NOT_FOUND_404 -> "not_found";
      case HttpStatus.METHOD_NOT_ALLOWED_405 -> "method_not_allowed";
      case HttpStatus.PAYLOAD_TOO_LARGE_413 -> "payload_too_large";
      case HttpStatus.SERVICE_UNAVAILABLE_503 -> "maintenance";
      default -> status < 500 ? "malformed_request" : "internal_error";
    };
  }
}
