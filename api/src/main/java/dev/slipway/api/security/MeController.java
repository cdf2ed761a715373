package dev.slipway.api.security;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Routes about the caller himself; everybody who signed in has them.
@Tag(name = "Authentication")
@Controller("/api/v1/me")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MeController implements MeOperations {

  private final SignIn signIn;
  private final PasswordChange passwordChange;
  private final Callers callers;

  MeController(SignIn signIn, PasswordChange passwordChange, Callers callers) {
    this.signIn = signIn;
    this.passwordChange = passwordChange;
    this.callers = callers;
  }

  /// The caller, his tenant and what he may do.
  @Override
  public MeBody me() {
    Caller caller = callers.current();
    return MeBody.of(caller, signIn.profile(caller));
  }

  /// Changes the caller's password. His other sessions end, in the API and in the panel; the
  /// present one goes on. Wrong guesses at the present password count as failed sign-ins.
  @Override
  public HttpResponse<Void> changePassword(HttpRequest<?> request, PasswordInput input) {
    var wish =
        new PasswordChange.Wish(
            signIn.profile(callers.current()).user(),
            callers.family().orElse(null),
            ClientAddress.of(request));
    passwordChange.change(wish, input.current(), input.next());
    return HttpResponse.noContent();
  }
}
