package dev.slipway.deploy.system;

import com.fasterxml.jackson.databind.JsonNode;

/// An order that was accepted.
///
/// @param server the server's id
/// @param action the action's id
public record Ordered(String name, String server, String action) {

  static Ordered of(JsonNode body) {
    return new Ordered(
        body.path("server").path("name").asText(),
        body.path("server").path("id").asText(),
        body.path("action").path("id").asText());
  }
}
