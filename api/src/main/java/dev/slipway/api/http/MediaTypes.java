package dev.slipway.api.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /// What no route answers in.
  private static final String NOTHING = "none/none";

  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.after();
  }

  /// Writes `Accept` as the router reads it: a range such as `application/*` becomes what it holds,
  /// and what is refused by `q=0` is left out.
  @PreMatching
  @RequestFilter
  void accept(HttpRequest<?> request) {
    List<String> given = request.getHeaders().getAll(HttpHeaders.ACCEPT);
    if (given.stream().anyMatch(each -> !each.isBlank())
        && request.getHeaders() instanceof MutableHttpHeaders headers) {
      String read =
          given.stream()
              .flatMap(each -> Arrays.stream(each.split(",", -1)))
              .flatMap(MediaTypes::types)
              .distinct()
              .collect(Collectors.joining(","));
      headers.set(HttpHeaders.ACCEPT, read.isEmpty() ? NOTHING : read);
    }
  }

  private static Stream<String> types(String range) {
    List<String> words =
        Arrays.stream(range.split(";", -1))
            .map(word -> word.strip().toLowerCase(Locale.ROOT))
            .toList();
    String type = words.getFirst();
    if (words.stream().skip(1).anyMatch(word -> word.matches("q *= *0(\\.0*)?"))) {
      return Stream.empty();
    }
    // a caller who names the form of refusals alone wants the rest as JSON, of which it is a kind
    if (type.equals(MediaType.APPLICATION_JSON_PROBLEM)) {
      return Stream.of(MediaType.APPLICATION_JSON);
    }
    return type.endsWith("/*") && !type.equals(MediaType.ALL)
        ? SPOKEN.stream().filter(each -> each.startsWith(type.substring(0, type.length() - 1)))
        : Stream.of(type).filter(each -> each.matches("[^\\s/]+/[^\\s/]+"));
  }

  /// @throws ProblemException `unsupported_media_type` for a `Content-Type` that is none
  @RequestFilter
  void contentType(HttpRequest<?> request) {
    if (request.getHeaders().contains(HttpHeaders.CONTENT_TYPE)
        && request.getContentType().isEmpty()) {
      throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }
  }
}
