package dev.slipway.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The description as a page for people: each route under its subject with what it takes, answers
/// and refuses, and each body with its fields. It has no script, and is made once.
final class DescriptionPage {

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8"><title>Slipway API</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <link rel="icon" href="/icons/slipway.svg">
      <link rel="stylesheet" href="/tokens.css">
      <link rel="stylesheet" href="/api-docs.css">
      </head>
      <body>
      <main>
      <h1>Slipway API</h1>
      <p>Sign in with <a href="#post_auth_login"><code>POST /api/v1/auth/login</code></a> and send
      <code>Authorization: Bearer …</code>. What is refused is a problem with a <code>code</code>, which
      leads to its explanation. For programs: <a href="/api/v1/openapi.json">JSON</a>,
      <a href="/api/v1/openapi.yml">YAML</a>.</p>
      """;

  private static final String TAIL =
      """
      </main>
      </body>
      </html>
      """;

  private final Map<String, Object> description;
  private final Map<String, Object> components;
  private final DescribedHtml html = new DescribedHtml();

  DescriptionPage(Map<String, Object> description) {
    this.description = description;
    this.components = DescriptionMending.map(description.get("components"));
  }

  /// One route as it is listed.
  private record Route(String path, String method, Map<String, Object> operation) {

    String id() {
      return String.valueOf(operation.get("operationId"));
    }

    String verb() {
      return method.toUpperCase(Locale.ROOT);
    }

    String tag() {
      return operation.get("tags") instanceof List<?> tags && !tags.isEmpty()
          ? String.valueOf(tags.getFirst())
          : "";
    }
  }

  String html() {
    Map<String, List<Route>> subjects = new TreeMap<>();
    DescriptionMending.map(description.get("paths"))
        .forEach((path, methods) ->
            DescriptionMending.map(methods)
                .forEach((method, operation) -> {
                  Route route = new Route(path, method, DescriptionMending.map(operation));
                  subjects.computeIfAbsent(route.tag(), _ -> new ArrayList<>()).add(route);
                }));
    html.raw(HEAD);
    listed(subjects);
    subjects.forEach((subject, routes) -> {
      html.element("h2", subject);
      routes.forEach(this::route);
    });
    html.element("h2", "Bodies");
    DescriptionMending.map(components.get("schemas"))
        .forEach((name, schema) -> body(name, DescriptionMending.map(schema)));
    return html.raw(TAIL).toString();
  }

  private void listed(Map<String, List<Route>> subjects) {
    html.raw("<nav>\n");
    subjects.forEach((subject, routes) -> {
      html.element("h2", subject).raw("<ul>\n");
      routes.forEach(route ->
          html.raw("<li>")
              .link("#" + route.id(), route.verb() + " " + route.path())
              .raw("</li>\n"));
      html.raw("</ul>\n");
    });
    html.raw("</nav>\n");
  }

  private void route(Route route) {
    html.section(route.id()).raw("<h3><b>").text(route.verb()).raw("</b> ");
    html.element("code", route.path()).raw("</h3>\n");
    html.prose(route.operation().get("description"), route.operation().get("summary"));
    parameters(route);
    Map<String, Object> request = DescriptionMending.map(route.operation().get("requestBody"));
    if (!request.isEmpty()) {
      html.element("h4", "Takes");
      contents(request);
    }
    html.element("h4", "Answers").raw("<dl>\n");
    List<String> refused = new ArrayList<>();
    DescriptionMending.map(route.operation().get("responses"))
        .forEach((status, answer) -> answer(status, DescriptionMending.map(answer), refused));
    html.raw("</dl>\n");
    if (!refused.isEmpty()) {
      html.raw("<p>Refuses with ").raw(String.join(", ", refused)).raw(".</p>\n");
    }
    html.raw("</section>\n");
  }

  private void parameters(Route route) {
    List<Map<String, Object>> parameters = DescribedParameters.of(route.operation());
    if (parameters.isEmpty()) {
      return;
    }
    html.table("Parameter", "In", "Is", "What it means");
    parameters.forEach(parameter ->
        html.row(
            DescribedHtml.code(parameter.get("name"))
                + (Boolean.TRUE.equals(parameter.get("required")) ? " needed" : ""),
            DescribedHtml.escaped(parameter.get("in")),
            typeOf(DescriptionMending.map(parameter.get("schema"))),
            DescribedHtml.escaped(parameter.get("description"))));
    html.raw("</tbody></table>\n");
  }

  private void answer(String status, Map<String, Object> answer, List<String> refused) {
    String reference = String.valueOf(answer.get("$ref"));
    if (reference.startsWith("#")) {
      codesOf(reference).forEach(code -> refused.add(status + " " + problem(code)));
      return;
    }
    html.element("dt", status).raw("<dd>").text(answer.get("description")).raw("\n");
    contents(answer);
    html.raw("</dd>\n");
  }

  private Iterable<String> codesOf(String reference) {
    Map<String, Object> refusals = DescriptionMending.map(components.get("responses"));
    Map<String, Object> refusal =
        DescriptionMending.map(refusals.get(reference.substring(reference.lastIndexOf('/') + 1)));
    return DescriptionMending.map(refusal.get("content")).values().stream()
        .map(content -> DescriptionMending.map(DescriptionMending.map(content).get("examples")))
        .flatMap(examples -> examples.keySet().stream())
        .toList();
  }

  private static String problem(String code) {
    return "<a href=\"/problems/%1$s\"><code>%1$s</code></a>".formatted(code);
  }

  /// What a message may hold: its body's name, and what one looks like.
  private void contents(Map<String, Object> message) {
    DescriptionMending.map(message.get("content"))
        .forEach((type, content) -> {
          Map<String, Object> body = DescriptionMending.map(content);
          html.raw("<p>").raw(DescribedHtml.code(type)).raw(" ");
          html.raw(typeOf(DescriptionMending.map(body.get("schema")))).raw("</p>\n");
          DescriptionMending.map(body.get("examples")).values().forEach(this::example);
        });
  }

  private void example(Object example) {
    String reference = String.valueOf(DescriptionMending.map(example).get("$ref"));
    Map<String, Object> examples = DescriptionMending.map(components.get("examples"));
    Object shown = examples.get(reference.substring(reference.lastIndexOf('/') + 1));
    if (shown != null) {
      html.example(DescriptionMending.map(shown).get("value"));
    }
  }

  private void body(String name, Map<String, Object> schema) {
    html.section("body-" + name).element("h3", name);
    html.prose(schema.get("description"), null);
    List<?> needed = schema.get("required") instanceof List<?> names ? names : List.of();
    html.table("Field", "Is", "What it means");
    DescriptionMending.map(schema.get("properties"))
        .forEach((field, said) -> {
          Map<String, Object> property = DescriptionMending.map(said);
          html.row(
              DescribedHtml.code(field) + (needed.contains(field) ? "" : " may be absent"),
              typeOf(property),
              DescribedHtml.escaped(property.get("description")));
        });
    html.raw("</tbody></table>\n</section>\n");
  }

  /// What a value may be: its type or the body it is, its words, and how far it goes.
  private static String typeOf(Map<String, Object> schema) {
    if (schema.get("$ref") instanceof String reference) {
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      return "<a href=\"#body-%1$s\">%1$s</a>".formatted(name);
    }
    if (schema.get("anyOf") instanceof List<?> choices) {
      return choices.stream()
          .map(choice -> typeOf(DescriptionMending.map(choice)))
          .collect(Collectors.joining(" or "));
    }
    Object type = schema.get("type");
    String name =
        type instanceof List<?> types
            ? types.stream().map(String::valueOf).collect(Collectors.joining(" or "))
            : type == null ? "anything" : type.toString();
    if (schema.get("items") != null) {
      name += " of " + typeOf(DescriptionMending.map(schema.get("items")));
    }
    return name + words(schema) + limits(schema);
  }

  private static String words(Map<String, Object> schema) {
    return schema.get("enum") instanceof List<?> words
        ? ": " + words.stream().map(DescribedHtml::code).collect(Collectors.joining(" "))
        : "";
  }

  private static String limits(Map<String, Object> schema) {
    return limit(" from ", schema.get("minimum"))
        + limit(" to ", schema.get("maximum"))
        + limit(" like ", schema.get("pattern"))
        + limit(", ", schema.get("format"));
  }

  private static String limit(String word, @Nullable Object value) {
    return value == null ? "" : word + DescribedHtml.code(value);
  }
}
