package dev.slipway.ui.action;

import dev.slipway.workflows.action.Action;

/// An action in a list.
///
/// @param resource the name of what it works on
/// @param tenant the name of whose it is
public record ActionRow(Action action, String resource, String tenant) {

  /// Such as `Create web-14`.
  public String title() {
    return action.type().verb() + " " + resource;
  }
}
