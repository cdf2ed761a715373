package dev.slipway.api.http;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.ReturnType;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Refuses to ask a list, or for a change, by a parameter that its route does not know; ignoring it
/// would answer another question than the one that was asked, or do what was only to be tried.
@ServerFilter("/api/v1/**")
final class KnownParameters implements Ordered {

  private static final Set<HttpMethod> READING =
      EnumSet.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @Override
  public int getOrder() {
    return ServerFilterPhase.LAST.order();
  }

  /// @throws ProblemException `invalid_input`
  @RequestFilter
  void check(HttpRequest<?> request) {
    boolean isChange = !READING.contains(request.getMethod());
    RouteAttributes.getRouteMatch(request)
        .filter(MethodBasedRouteMatch.class::isInstance)
        .map(MethodBasedRouteMatch.class::cast)
        .filter(route -> isChange || isList(route.getExecutableMethod().getReturnType()))
        .ifPresent(route -> check(request, route.getArguments()));
  }

  private static void check(HttpRequest<?> request, Argument<?>[] arguments) {
    List<String> known = Arrays.stream(arguments).flatMap(KnownParameters::names).toList();
    var errors = new FieldErrors();
    request.getParameters().names().stream()
        .filter(name -> !known.contains(name))
        .map(StorableText::of)
        .forEach(name -> errors.add("/" + name, "unknown", "There is no " + name + " here."));
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
    if (argument.getAnnotationMetadata().hasAnnotation(QueryValue.class)) {
      return Stream.of(name(argument));
    }
    return argument.getAnnotationMetadata().hasAnnotation(RequestBean.class)
        ? Arrays.stream(
                BeanIntrospection.getIntrospection(argument.getType()).getConstructorArguments())
            .map(KnownParameters::name)
        : Stream.of();
  }

  private static String name(Argument<?> argument) {
    return argument
        .getAnnotationMetadata()
        .stringValue(Bindable.class)
        .filter(given -> !given.isEmpty())
        .orElse(argument.getName());
  }
}
