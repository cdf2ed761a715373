package dev.slipway.api.http;

import io.micronaut.http.annotation.Controller;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

/// Routes of the API's description; public, as is what it describes.
@Hidden
@Controller("/api")
@Secured(SecurityRule.IS_ANONYMOUS)
final class DescriptionController implements DescriptionOperations {

  private final ApiDescription description;
  private @Nullable String page;

  DescriptionController(ApiDescription description) {
    this.description = description;
  }

  /// OpenAPI as JSON.
  @Override
  public String json() {
    return description.json();
  }

  /// OpenAPI as YAML.
  @Override
  public String yaml() {
    return description.yaml();
  }

  /// Every route on one page.
  @Override
  public synchronized String page() {
    String made = page;
    if (made == null) {
      made = new DescriptionPage(description.tree()).html();
      page = made;
    }
    return made;
  }
}
