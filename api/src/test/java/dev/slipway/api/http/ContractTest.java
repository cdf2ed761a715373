package dev.slipway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.api.ApiServer;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The routes of the running server and their description, compared both ways.
class ContractTest {

  /// What is no operation: the description itself, and pages for people.
  private static final Set<String> UNDESCRIBED =
      Set.of(
          "GET /api/v1/openapi.json",
          "GET /api/v1/openapi.yml",
          "GET /api/docs",
          "GET /problems/{code}");

  private final ApiServer api = ApiServer.shared();
  private final JsonNode paths = api.anonymous().get("/api/v1/openapi.json").at("/paths");

  @Test
  void every_route_is_described_and_every_operation_is_a_route() {
    Set<String> routes = names(routes());
    routes.removeAll(UNDESCRIBED);

    assertThat(routes).isNotEmpty();
    assertThat(operations(operation -> true)).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void the_operations_that_need_no_token_are_the_public_routes() {
    Set<String> open =
        names(
            routes()
                .filter(route ->
                    route
                        .getTargetMethod()
                        .getAnnotationMetadata()
                        .stringValue(Secured.class)
                        .filter(SecurityRule.IS_ANONYMOUS::equals)
                        .isPresent()));
    open.removeAll(UNDESCRIBED);

    assertThat(operations(operation -> operation.path("security").isArray()))
        .containsExactlyInAnyOrderElementsOf(open);
  }

  private Stream<UriRouteInfo<?, ?>> routes() {
    return api.bean(Router.class)
        .uriRoutes()
        .filter(route -> !route.getHttpMethodName().equals("HEAD"));
  }

  private static Set<String> names(Stream<UriRouteInfo<?, ?>> routes) {
    Set<String> names = new TreeSet<>();
    routes.forEach(route -> names.add(name(route)));
    return names;
  }

  private static String name(UriRouteInfo<?, ?> route) {
    return route.getHttpMethodName() + " " + route.getUriMatchTemplate();
  }

  private Set<String> operations(Predicate<JsonNode> wanted) {
    Set<String> operations = new TreeSet<>();
    for (var path : paths.properties()) {
      for (var operation : path.getValue().properties()) {
        if (wanted.test(operation.getValue())) {
          operations.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return operations;
  }
}
