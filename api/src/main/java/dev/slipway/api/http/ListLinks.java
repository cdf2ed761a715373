package dev.slipway.api.http;

import io.micronaut.core.beans.BeanWrapper;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Names the pages around a part of a list in a `Link` header (RFC 8288), with all else that was
/// asked for.
@ServerFilter("/api/v1/**")
final class ListLinks {

  /// A longer query is the caller's to repeat: the header would hold it four times.
  private static final int LONGEST_QUERY = 1_024;

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    String query = Optional.ofNullable(request.getUri().getRawQuery()).orElse("");
    if (query.length() <= LONGEST_QUERY) {
      metaOf(response.body())
          .ifPresent(meta ->
              response.header(
                  HttpHeaders.LINK, links(request.getPath(), query, meta.pagination())));
    }
  }

  private static Optional<ListMeta> metaOf(@Nullable Object body) {
    return Optional.ofNullable(body)
        .filter(Record.class::isInstance)
        .flatMap(BeanWrapper::findWrapper)
        .flatMap(list -> list.getProperty("meta", ListMeta.class));
  }

  private static String links(String path, String query, ListMeta.Pagination at) {
    List<String> links = new ArrayList<>();
    links.add(link(path, query, 1, "first"));
    Optional.ofNullable(at.previousPage())
        .map(page -> link(path, query, page, "prev"))
        .ifPresent(links::add);
    Optional.ofNullable(at.nextPage())
        .map(page -> link(path, query, page, "next"))
        .ifPresent(links::add);
    Optional.ofNullable(at.lastPage())
        .map(page -> link(path, query, page, "last"))
        .ifPresent(links::add);
    return String.join(", ", links);
  }

  private static String link(String path, String query, long page, String relation) {
    String parameters =
        Stream.concat(
                Arrays.stream(query.split("&", -1))
                    .filter(each -> !each.isEmpty() && !each.matches("page(=.*)?")),
                Stream.of("page=" + page))
            .collect(Collectors.joining("&"));
    return "<%s?%s>; rel=\"%s\"".formatted(path, parameters, relation);
  }
}
