package dev.slipway.workflows.step;

import java.util.Map;
import java.util.Set;

/// What an adopting activity receives: the request it takes the place of, and what to adopt.
///
/// @param <Q> the request
/// @param externalId the provider's id as the operator gave it
public record Adoption<Q>(Q request, String externalId) {

  private static final Set<String> FIELDS = Set.of("request", "externalId");

  /// The request in what the tables kept of a step that can adopt: once they kept the whole
  /// adoption in its place.
  static String requestIn(String json) {
    Map<?, ?> kept = WireJson.read(json, Map.class);
    Object request = kept.get("request");
    return request != null && kept.keySet().equals(FIELDS) ? WireJson.write(request) : json;
  }
}
