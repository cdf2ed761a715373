package dev.slipway.api.security;

import dev.slipway.api.http.FieldErrors;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Routes of signing in and out; public, because they are how one becomes somebody.
@Tag(name = "Authentication")
@Controller("/api/v1/auth")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuthController implements AuthOperations {

  private final SignIn signIn;
  private final Sessions sessions;
  private final Callers callers;

  AuthController(SignIn signIn, Sessions sessions, Callers callers) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.callers = callers;
  }

  /// Signs in with an e-mail address and a password. After several failures the next attempt must
  /// wait: 429 with `Retry-After`, whether there is such an account or not.
  @Override
  public TokenBody login(HttpRequest<?> request, LoginInput input) {
    var errors = new FieldErrors();
    String email = required("email", input.email(), errors);
    String password = required("password", input.password(), errors);
    errors.throwIfAny();
    var admission = signIn.authenticate(email, password, ClientAddress.of(request));
    return TokenBody.of(sessions.begin(admission));
  }

  /// Trades a refresh token for new tokens.
  @Override
  public TokenBody refresh(RefreshInput input) {
    var errors = new FieldErrors();
    String token = required("refresh_token", input.refreshToken(), errors);
    errors.throwIfAny();
    return TokenBody.of(sessions.refresh(token));
  }

  /// Ends the session of the bearer, or of the refresh token in the body.
  @Override
  public HttpResponse<Void> logout(@Nullable LogoutInput input) {
    String token = input == null ? null : input.refreshToken();
    if (token != null) {
      sessions.end(token);
    }
    callers.family().ifPresent(sessions::endFamily);
    return HttpResponse.noContent();
  }

  private static String required(String field, @Nullable String given, FieldErrors errors) {
    if (given == null || given.isBlank()) {
      errors.add("/" + field, "required", field + " is required.");
      return "";
    }
    return given;
  }
}
