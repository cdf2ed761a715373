package dev.slipway.api.http;

import io.micronaut.http.annotation.Controller;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/// Serves a page for every problem type.
@Hidden
@Controller("/problems")
@Secured(SecurityRule.IS_ANONYMOUS)
final class ProblemController implements ProblemOperations {

  /// Explains a problem.
  @Override
  public String explain(String code) {
    ProblemType type =
        ProblemType.ofCode(code).orElseThrow(() -> ProblemException.notFound("problem " + code));
    return """
    %s (%d %s)

    %s

    Retry: %s

    For operators: %s
    """
        .formatted(
            type.title(),
            type.status(),
            type.code(),
            type.tenantText(),
            type.isRetryable() ? "the same request may succeed later" : "change the request first",
            type.operatorText());
  }
}
