package dev.slipway.api.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/// Gives refusals of the framework a problem document where they have a status alone: those of
/// pages of another origin, which it keeps from asking a server on their reader's own machine.
@ServerFilter("/**")
final class BareRefusals implements Ordered {

  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.order();
  }

  @ResponseFilter
  void explain(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (response.code() == HttpStatus.FORBIDDEN.getCode()
        && response.getBody().isEmpty()
        && request.getHeaders().contains(HttpHeaders.ORIGIN)) {
      var refusal =
          new ProblemException(
              ProblemType.FORBIDDEN, "A page of another origin cannot ask this server.");
      ProblemResponses.write(request, refusal, response);
    }
  }
}
