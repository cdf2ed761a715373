package dev.slipway.api.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a request is written in and may be answered in, read as RFC 9110 has it; the router
/// compares the types alone, and takes for unsaid what it cannot read.
@ServerFilter("/api/**")
final class MediaTypes implements Ordered {

  /// All that any route of the API answers in.
  private static final List<String> SPOKEN =
      List.of(
          MediaType.APPLICATION_JSON,
          "application/yaml",
          MediaType.TEXT_EVENT_STREAM,
          MediaType.TEXT_HTML);

  /// How a body may be packed; what is unpacked has lost the header that names it.
  private static final String UNPACKED = "gzip, deflate";

  /// What no route answers in.
  private static final String NOTHING = "none/none";

  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.after();
  }

  /// Writes `Accept` as the router reads it: the types, of those that are spoken, that are
  /// accepted.
  @PreMatching
  @RequestFilter
  void accept(HttpRequest<?> request) {
    List<String> given = request.getHeaders().getAll(HttpHeaders.ACCEPT);
    if (!given.isEmpty() && request.getHeaders() instanceof MutableHttpHeaders headers) {
      List<MediaRange> ranges = MediaRange.of(given);
      if (ranges.isEmpty()) {
        headers.remove(HttpHeaders.ACCEPT);
      } else {
        headers.set(HttpHeaders.ACCEPT, accepted(ranges));
      }
    }
  }

  private static String accepted(List<MediaRange> ranges) {
    String types =
        SPOKEN.stream()
            .filter(type -> MediaRange.accept(ranges, type))
            .collect(Collectors.joining(","));
    return types.isEmpty() ? NOTHING : types;
  }

  /// @throws ProblemException `unsupported_media_type` for a `Content-Type` that is none
  @RequestFilter
  void contentType(HttpRequest<?> request) {
    if (request.getHeaders().contains(HttpHeaders.CONTENT_TYPE)
        && request.getContentType().isEmpty()) {
      throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }
  }

  /// Refuses a body that nobody unpacked, which would be read as it is.
  ///
  /// @return `unsupported_media_type` with what may be sent, null for a body that can be read
  @RequestFilter
  @Nullable HttpResponse<Problem> contentEncoding(HttpRequest<?> request) {
    boolean isReadable =
        !HttpMethod.permitsRequestBody(request.getMethod())
            || request.getHeaders().getAll(HttpHeaders.CONTENT_ENCODING).stream()
                .map(String::strip)
                .allMatch(each -> each.isEmpty() || each.equalsIgnoreCase("identity"));
    if (isReadable) {
      return null;
    }
    var refusal =
        new ProblemException(
            ProblemType.UNSUPPORTED_MEDIA_TYPE,
            "Send the body as it is, or in one Content-Encoding of " + UNPACKED + ".");
    return ProblemResponses.write(request, refusal, HttpResponse.ok())
        .header(HttpHeaders.ACCEPT_ENCODING, UNPACKED);
  }
}
