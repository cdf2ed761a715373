package dev.slipway.api.server;

import dev.slipway.api.http.FieldErrors;
import dev.slipway.api.http.Words;
import dev.slipway.api.server.ServerOperations.ServerQuery;
import dev.slipway.workflows.server.ServerFilter;
import dev.slipway.workflows.server.ServerStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the filter of a list of servers strictly.
final class ServerFilters {

  private ServerFilters() {}

  static ServerFilter of(ServerQuery query, FieldErrors errors) {
    return new ServerFilter(
        Words.all("status", query.status(), ServerStatus::ofCode, errors),
        query.location(),
        query.q(),
        labels(query.labels(), errors),
        null,
        query.tenant(),
        Words.one("sort", query.sort(), ServerFilter.Sort::ofCode, errors)
            .orElse(ServerFilter.Sort.CREATED_AT_DESC));
  }

  private static Map<String, String> labels(@Nullable String selector, FieldErrors errors) {
    Map<String, String> labels = new LinkedHashMap<>();
    if (selector == null || selector.isBlank()) {
      return labels;
    }
    for (String term : selector.split(",", -1)) {
      String[] parts = term.strip().split("==?", 2);
      if (parts.length == 2 && Labels.isOne(parts[0].strip(), parts[1].strip())) {
        add(parts[0].strip(), parts[1].strip(), labels, errors);
      } else {
        errors.add("/label_selector", "syntax", "A selector reads key=value,other=value.");
      }
    }
    return labels;
  }

  private static void add(
      String key, String value, Map<String, String> labels, FieldErrors errors) {
    String before = labels.putIfAbsent(key, value);
    if (before != null && !before.equals(value)) {
      errors.add(
          "/label_selector",
          "contradiction",
          "No server has two values of " + key + ", and all that is asked for must hold.");
    }
  }
}
