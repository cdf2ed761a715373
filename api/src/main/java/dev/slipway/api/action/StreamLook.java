package dev.slipway.api.action;

import dev.slipway.workflows.action.Action;

/// What a stream finds when it looks.
sealed interface StreamLook {

  /// The action as it stands.
  record Present(Action action) implements StreamLook {}

  /// The sign-in behind the stream is over.
  record SignedOut(String reason) implements StreamLook {}

  /// The database does not answer.
  record Away() implements StreamLook {}
}
