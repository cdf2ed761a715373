package dev.slipway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.security.Permitted;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.security.annotation.Secured;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RoutesTest {

  private static final Set<String> PUBLIC =
      Set.of(
          "POST /api/v1/auth/login",
          "POST /api/v1/auth/refresh",
          "POST /api/v1/auth/logout",
          "GET /api/v1/openapi.json",
          "GET /api/v1/openapi.yml",
          "GET /api/docs",
          "GET /health/live",
          "GET /health/ready",
          "GET /metrics",
          "GET /problems/{code}");

  private final Router router = ApiServer.shared().bean(Router.class);

  @Test
  void every_route_declares_a_permission_or_that_it_is_public() {
    Set<String> undeclared = new TreeSet<>();
    router
        .uriRoutes()
        .filter(route -> isUndeclared(route))
        .forEach(
            route -> undeclared.add(route.getHttpMethodName() + " " + route.getUriMatchTemplate()));

    assertThat(undeclared).isEmpty();
  }

  @Test
  void only_these_routes_are_public() {
    Set<String> open = new TreeSet<>();
    router
        .uriRoutes()
        .filter(route -> !route.getHttpMethodName().equals("HEAD"))
        .filter(route ->
            declared(route).stringValue(Secured.class).filter("isAnonymous()"::equals).isPresent())
        .forEach(route -> open.add(route.getHttpMethodName() + " " + route.getUriMatchTemplate()));

    assertThat(open).containsExactlyInAnyOrderElementsOf(PUBLIC);
  }

  private static boolean isUndeclared(UriRouteInfo<?, ?> route) {
    AnnotationMetadata declared = declared(route);
    return !declared.hasAnnotation(Permitted.class) && !declared.hasAnnotation(Secured.class);
  }

  private static AnnotationMetadata declared(UriRouteInfo<?, ?> route) {
    return route.getTargetMethod().getAnnotationMetadata();
  }
}
