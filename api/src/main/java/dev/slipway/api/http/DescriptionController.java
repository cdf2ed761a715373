package dev.slipway.api.http;

import io.micronaut.http.annotation.Controller;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Routes of the API's description; public, as is what it describes.
@Hidden
@Controller("/api")
@Secured(SecurityRule.IS_ANONYMOUS)
final class DescriptionController implements DescriptionOperations {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8"><title>Slipway API</title>
      <meta name="viewport" content="width=device-width">
      </head>
      <body>
      <h1>Slipway API</h1>
      <p>The whole description: <a href="/api/v1/openapi.json">JSON</a>,
      <a href="/api/v1/openapi.yml">YAML</a>.</p>
      <table>
      <thead><tr><th>Method</th><th>Route</th><th>What it does</th></tr></thead>
      <tbody>
      %s</tbody>
      </table>
      </body>
      </html>
      """;

  private final ApiDescription description;

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
  public String page() {
    var rows = new StringBuilder();
    if (description.tree().get("paths") instanceof Map<?, ?> paths) {
      new TreeMap<>(paths).forEach((path, methods) -> addRows(rows, path, methods));
    }
    return PAGE.formatted(rows);
  }

  private static void addRows(StringBuilder rows, Object path, Object methods) {
    if (methods instanceof Map<?, ?> operations) {
      operations.forEach((method, operation) ->
          rows.append("<tr><td>")
              .append(method.toString().toUpperCase(Locale.ROOT))
              .append("</td><td><code>")
              .append(escaped(path))
              .append("</code></td><td>")
              .append(escaped(summary(operation)))
              .append("</td></tr>\n"));
    }
  }

  private static Object summary(Object operation) {
    if (!(operation instanceof Map<?, ?> fields)) {
      return "";
    }
    Object summary = fields.get("summary");
    Object text = summary == null ? fields.get("description") : summary;
    return text == null ? "" : text;
  }

  private static String escaped(Object text) {
    return text.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
