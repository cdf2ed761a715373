package dev.slipway.api.security;

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
  private final Callers callers;

  MeController(SignIn signIn, Callers callers) {
    this.signIn = signIn;
    this.callers = callers;
  }

  /// The caller, his tenant and what he may do.
  @Override
  public MeBody me() {
    Caller caller = callers.current();
    return MeBody.of(caller, signIn.profile(caller));
  }

  /// Changes the caller's password.
  @Override
  public HttpResponse<Void> changePassword(PasswordInput input) {
    signIn.changePassword(callers.current(), input.current(), input.next());
    return HttpResponse.noContent();
  }
}
