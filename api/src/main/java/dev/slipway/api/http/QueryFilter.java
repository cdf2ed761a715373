package dev.slipway.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/// Refuses parameters of a query that no column could be equal to.
@ServerFilter("/api/v1/**")
final class QueryFilter {

  @RequestFilter
  void check(HttpRequest<?> request) {
    var errors = new FieldErrors();
    request
        .getParameters()
        .forEach((name, values) -> {
          if (!values.stream().allMatch(StorableText::is)) {
            errors.add("/" + name, "characters", name + " " + StorableText.RULE);
          }
        });
    errors.throwIfAny();
  }
}
