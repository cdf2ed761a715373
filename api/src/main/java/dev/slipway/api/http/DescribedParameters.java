package dev.slipway.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What parameters of the same name mean everywhere. The routes take them as text, so that a wrong
/// one is refused in Slipway's own words.
final class DescribedParameters {

  private static final Map<String, Map<String, Object>> KNOWN =
      Map.of(
          "page",
          Map.of("type", "integer", "minimum", 1, "maximum", Integer.MAX_VALUE),
          "per_page",
          Map.of("type", "integer", "minimum", 1, "maximum", 100),
          "dry_run",
          Map.of("type", "boolean"),
          "queue",
          Map.of("type", "boolean"),
          "wait",
          Map.of("type", "string", "pattern", "^([1-9]|[12][0-9]|30)s?$"),
          Idempotency.HEADER,
          Map.of("type", "string", "pattern", "^[!-~]{1,255}$"));

  private DescribedParameters() {}

  static void mend(Map<String, Object> parameter) {
    Map<String, Object> known = KNOWN.get(String.valueOf(parameter.get("name")));
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
