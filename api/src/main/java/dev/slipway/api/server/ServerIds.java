package dev.slipway.api.server;

import dev.slipway.api.http.ProblemException;
import dev.slipway.workflows.server.ServerId;

/// Reads ids of servers from addresses.
final class ServerIds {

  private ServerIds() {}

  /// @throws ProblemException `not_found` when it cannot be one
  static ServerId of(String given) {
    try {
      return new ServerId(given);
    } catch (IllegalArgumentException none) {
      throw ProblemException.notFound("server " + given);
    }
  }
}
