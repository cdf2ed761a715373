package dev.slipway.ui.server;

import com.vaadin.flow.router.QueryParameters;
import dev.slipway.api.http.StorableText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Whose servers the list shows, at which place and with which labels.
///
/// @param place the location's code; empty for every place
/// @param labels all of these
/// @param tenant the tenant's id; empty for every tenant one may see
record ServerScope(String place, Map<String, String> labels, String tenant) {
  static final ServerScope ALL = new ServerScope("", Map.of(), "");

  private static final String BETWEEN = "[,\\s]+";

  ServerScope {
    labels = Map.copyOf(labels);
  }

  static ServerScope of(QueryParameters parameters) {
    return new ServerScope(
        parameters.getSingleParameter("location").orElse(""),
        labelsIn(String.join(" ", parameters.getParameters("label"))),
        parameters.getSingleParameter("tenant").orElse(""));
  }

  /// Labels as they are typed, with blanks or commas between them.
  static Map<String, String> labelsIn(String typed) {
    return LabelLines.parse(StorableText.of(typed).replaceAll(BETWEEN, "\n"));
  }

  ServerScope at(String otherPlace) {
    return new ServerScope(otherPlace, labels, tenant);
  }

  ServerScope with(Map<String, String> others) {
    return new ServerScope(place, others, tenant);
  }

  ServerScope ofTenant(String other) {
    return new ServerScope(place, labels, other);
  }

  /// What of it stands in the address.
  Map<String, List<String>> parameters() {
    var values = new LinkedHashMap<String, List<String>>();
    if (!place.isEmpty()) {
      values.put("location", List.of(place));
    }
    if (!labels.isEmpty()) {
      values.put("label", LabelLines.list(labels));
    }
    if (!tenant.isEmpty()) {
      values.put("tenant", List.of(tenant));
    }
    return values;
  }
}
