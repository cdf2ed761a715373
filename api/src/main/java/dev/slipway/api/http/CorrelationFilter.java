package dev.slipway.api.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Gives each request its correlation id: the caller's, or a new one. It is in every log line, in
/// every answer, and in the action that comes of it.
@ServerFilter("/**")
final class CorrelationFilter implements Ordered {

  private static final String ATTRIBUTE = "slipway.correlation-id";

  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.order();
  }

  @RequestFilter
  void begin(HttpRequest<?> request, MutablePropagatedContext context) {
    context.add(new InLog(idOf(request)));
  }

  @ResponseFilter
  void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (!response.getHeaders().contains(Correlation.HEADER)) {
      response.header(Correlation.HEADER, idOf(request));
    }
    if (!response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
      response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    response.header("X-Content-Type-Options", "nosniff");
  }

  static String idOf(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, String.class)
        .orElseGet(() -> {
          String id = Correlation.of(request.getHeaders().get(Correlation.HEADER));
          request.setAttribute(ATTRIBUTE, id);
          return id;
        });
  }

  private record InLog(String id) implements ThreadPropagatedContextElement<@Nullable String> {

    @Override
    public @Nullable String updateThreadContext() {
      String before = MDC.get(Correlation.MDC_KEY);
      MDC.put(Correlation.MDC_KEY, id);
      return before;
    }

    @Override
    public void restoreThreadContext(@Nullable String before) {
      if (before == null) {
        MDC.remove(Correlation.MDC_KEY);
      } else {
        MDC.put(Correlation.MDC_KEY, before);
      }
    }
  }
}
