package dev.slipway.api.security;

import dev.slipway.workflows.tenant.Permission;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/// Holds callers to the permission their route declares.
@Singleton
final class PermittedRule implements SecurityRule<HttpRequest<?>> {

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public Publisher<SecurityRuleResult> check(
      @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
    return Mono.just(
        Optional.ofNullable(request)
            .flatMap(PermittedRule::needed)
            .map(permission -> decide(permission, authentication))
            .orElse(SecurityRuleResult.UNKNOWN));
  }

  private static Optional<Permission> needed(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .filter(MethodBasedRouteMatch.class::isInstance)
        .map(MethodBasedRouteMatch.class::cast)
        .flatMap(match -> match.enumValue(Permitted.class, Permission.class));
  }

  private static SecurityRuleResult decide(
      Permission permission, @Nullable Authentication authentication) {
    return Callers.of(authentication).filter(caller -> caller.may(permission)).isPresent()
        ? SecurityRuleResult.ALLOWED
        : SecurityRuleResult.REJECTED;
  }
}
