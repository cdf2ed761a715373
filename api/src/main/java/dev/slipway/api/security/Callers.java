package dev.slipway.api.security;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.workflows.tenant.Role;
import dev.slipway.workflows.tenant.TenantId;
import dev.slipway.workflows.tenant.UserId;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Knows who makes the request at work.
@Singleton
public class Callers {

  static final String TENANT = "tenant";
  static final String ROLE = "role";
  static final String FAMILY = "sid";

  Callers() {}

  /// Who asks.
  ///
  /// @throws ProblemException `unauthenticated`
  public Caller current() {
    return of(authentication().orElse(null))
        .orElseThrow(() -> new ProblemException(ProblemType.UNAUTHENTICATED));
  }

  /// The sign-in behind the request.
  ///
  /// @throws ProblemException `unauthenticated`
  public Session session() {
    Object expiry =
        authentication()
            .map(present -> present.getAttributes().get("exp"))
            .orElseThrow(() -> new ProblemException(ProblemType.UNAUTHENTICATED));
    if (!(expiry instanceof Date date)) {
      throw new ProblemException(ProblemType.UNAUTHENTICATED);
    }
    return new Session(family().orElse(null), date.toInstant());
  }

  /// The sign-in the present token descends from.
  Optional<String> family() {
    return authentication()
        .map(present -> present.getAttributes().get(FAMILY))
        .map(Object::toString);
  }

  private static Optional<Authentication> authentication() {
    return ServerRequestContext.currentRequest()
        .flatMap(request -> request.getUserPrincipal(Authentication.class));
  }

  /// Who a token speaks for; empty when its claims make no sense.
  static Optional<Caller> of(@Nullable Authentication authentication) {
    if (authentication == null) {
      return Optional.empty();
    }
    Map<String, Object> claims = authentication.getAttributes();
    try {
      return Optional.of(
          new Caller(
              new UserId(authentication.getName()),
              new TenantId(String.valueOf(claims.get(TENANT))),
              Role.valueOf(String.valueOf(claims.get(ROLE)).toUpperCase(java.util.Locale.ROOT))));
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }
}
