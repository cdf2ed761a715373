package dev.slipway.api.action;

import dev.slipway.workflows.action.EngineUnavailableException;
import org.jspecify.annotations.Nullable;

/// The commands of one request on their way to the engine. One that did not answer will not answer
/// the next: nobody waits for each of a hundred.
final class Sending {

  private final String updateId;
  private @Nullable EngineUnavailableException silence;

  /// @param updateId the request's idempotency key: the same id twice is one command
  Sending(String updateId) {
    this.updateId = updateId;
  }

  String updateId() {
    return updateId;
  }

  /// Tells the engine something.
  ///
  /// @throws EngineUnavailableException when it does not answer, or did not before
  void run(Runnable message) {
    EngineUnavailableException before = silence;
    if (before != null) {
      throw before;
    }
    try {
      message.run();
    } catch (EngineUnavailableException away) {
      silence = away;
      throw away;
    }
  }

  /// Whether it did not answer before.
  boolean isSilent() {
    return silence != null;
  }
}
