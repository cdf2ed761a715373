package dev.slipway.api.action;

import dev.slipway.api.http.ProblemException;
import dev.slipway.workflows.action.ActionId;

/// Reads ids of actions from addresses and bodies.
final class ActionIds {

  private ActionIds() {}

  /// @throws ProblemException `not_found` when it cannot be one
  static ActionId of(String given) {
    try {
      return new ActionId(given);
    } catch (IllegalArgumentException none) {
      throw ProblemException.notFound("action " + given);
    }
  }
}
