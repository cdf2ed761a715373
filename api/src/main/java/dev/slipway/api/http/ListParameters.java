package dev.slipway.api.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.ReturnType;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Refuses to sort or filter a list in a way its route does not know; ignoring it would answer
/// another question than the one that was asked.
@ServerFilter("/api/v1/**")
final class ListParameters implements Ordered {

  private static final List<String> CHECKED = List.of("sort", "status");

  @Override
  public int getOrder() {
    return ServerFilterPhase.LAST.order();
  }

  /// @throws ProblemException `invalid_input`
  @RequestFilter
  void check(HttpRequest<?> request) {
    if (request.getMethod() == HttpMethod.GET) {
      RouteAttributes.getRouteMatch(request)
          .filter(MethodBasedRouteMatch.class::isInstance)
          .map(MethodBasedRouteMatch.class::cast)
          .filter(route -> isList(route.getExecutableMethod().getReturnType()))
          .ifPresent(route -> check(request, route.getArguments()));
    }
  }

  private static void check(HttpRequest<?> request, Argument<?>[] arguments) {
    List<String> known = Arrays.stream(arguments).flatMap(ListParameters::names).toList();
    var errors = new FieldErrors();
    CHECKED.stream()
        .filter(name -> request.getParameters().contains(name) && !known.contains(name))
        .forEach(name -> errors.add("/" + name, "unknown", "This list has no " + name + "."));
    errors.throwIfAny();
  }

  private static boolean isList(ReturnType<?> type) {
    return Stream.concat(
            Stream.<Class<?>>of(type.getType()),
            Arrays.stream(type.getTypeParameters()).<Class<?>>map(argument -> argument.getType()))
        .filter(Class::isRecord)
        .flatMap(body -> Arrays.stream(body.getRecordComponents()))
        .anyMatch(component -> component.getType() == ListMeta.class);
  }

  private static Stream<String> names(Argument<?> argument) {
    return argument.getType().isRecord()
        ? Arrays.stream(argument.getType().getRecordComponents()).map(RecordComponent::getName)
        : Stream.of(argument.getName());
  }
}
