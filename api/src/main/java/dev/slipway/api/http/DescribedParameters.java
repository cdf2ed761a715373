package dev.slipway.api.http;

import io.micronaut.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What parameters of the same name mean everywhere. The routes take them as text, so that a wrong
/// one is refused in Slipway's own words.
final class DescribedParameters {

  private static final String DRY_RUN = "dry_run";

  private static final Map<String, Map<String, Object>> KNOWN =
      Map.of(
          "page",
          Map.of("type", "integer", "minimum", 1, "maximum", Integer.MAX_VALUE),
          "per_page",
          Map.of("type", "integer", "minimum", 1, "maximum", 100),
          DRY_RUN,
          Map.of("type", "boolean"),
          "queue",
          Map.of("type", "boolean"),
          "wait",
          Map.of("type", "string", "pattern", "^([1-9]|[12][0-9]|30)s?$"),
          Idempotency.HEADER,
          Map.of("type", "string", "pattern", "^[!-~]{1,255}$"));

  /// What a parameter of a route may say, in place of any text.
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "get /api/v1/actions status", Vocabulary.ACTION_STATUS.words(),
          "get /api/v1/actions type", Vocabulary.ACTION_TYPE.words(),
          "get /api/v1/actions sort", List.of("created_at:desc"),
          "get /api/v1/servers status", Vocabulary.SERVER_STATUS.words(),
          "get /api/v1/servers sort", Vocabulary.SERVER_SORT.words());

  private static final Map<String, String> MEANING =
      Map.of(
          "page",
          "Which page, from 1; one past the end is empty.",
          "per_page",
          "How many to a page, 25 where it is left out.",
          "status",
          "One, or several with commas between.",
          "q",
          "A part of the name, or the beginning of an address.",
          "label_selector",
          "As `key=value,other=value`; all must hold.",
          "tenant",
          "Narrows to a tenant what callers see who see several.",
          "wait",
          "How long the answer may take to wait for a change.",
          DRY_RUN,
          "Whether only to say what would be done.",
          Idempotency.HEADER,
          "The same again is the same request, and done once.",
          HttpHeaders.IF_MATCH,
          "The version that is to be changed, from `ETag`.");

  private DescribedParameters() {}

  /// Mends the parameters of an operation.
  static void mend(String path, String method, Map<String, Object> operation) {
    List<Map<String, Object>> parameters = of(operation);
    parameters.forEach(DescribedParameters::mend);
    parameters.forEach(each -> mendWords(method + " " + path + " " + nameOf(each), each));
    boolean mayBeDry = parameters.stream().anyMatch(each -> nameOf(each).equals(DRY_RUN));
    String route = method.toUpperCase(Locale.ROOT) + " " + path.replaceFirst("^/api/v1", "");
    for (Map<String, Object> parameter : parameters) {
      if (isDemanded(nameOf(parameter), route)) {
        parameter.put("required", true);
        if (mayBeDry) {
          parameter.put("description", "A dry run may leave it out.");
        }
      }
    }
  }

  /// The parameters of an operation, none when it takes none.
  static List<Map<String, Object>> of(Map<String, Object> operation) {
    return operation.get("parameters") instanceof List<?> parameters
        ? parameters.stream().map(DescriptionMending::map).toList()
        : List.of();
  }

  static String nameOf(Map<String, Object> parameter) {
    return String.valueOf(parameter.get("name"));
  }

  private static boolean isDemanded(String name, String route) {
    return name.equals(HttpHeaders.IF_MATCH)
        || (name.equals(Idempotency.HEADER) && Once.isDemandedBy(route));
  }

  private static void mendWords(String place, Map<String, Object> parameter) {
    List<String> words = WORDS.get(place);
    if (words != null) {
      Map<String, Object> schema = DescriptionMending.map(parameter.get("schema"));
      Map<String, Object> worded =
          schema.containsKey("items") ? DescriptionMending.map(schema.get("items")) : schema;
      worded.put("enum", new ArrayList<>(words));
    }
  }

  private static void mend(Map<String, Object> parameter) {
    String meaning = MEANING.get(nameOf(parameter));
    if (meaning != null) {
      parameter.putIfAbsent("description", meaning);
    }
    Map<String, Object> known = KNOWN.get(nameOf(parameter));
    if (known != null) {
      parameter.put("schema", new TreeMap<>(known));
      return;
    }
    Map<String, Object> schema = DescriptionMending.map(parameter.get("schema"));
    if (schema.get("type") instanceof List<?> types) {
      schema.put("type", withoutNull(types));
    }
  }

  // neither a query nor a header can say null
  private static @Nullable Object withoutNull(List<?> types) {
    List<Object> left = new ArrayList<>(types);
    left.remove("null");
    return left.size() == 1 ? left.getFirst() : left;
  }
}
