package dev.slipway.workflows.world;

import dev.slipway.workflows.provider.FailureClass;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What an activity throws in the in-memory world where a provider would refuse.
public final class ScriptedFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final FailureClass failure;
  private final @Nullable Duration resumeIn;

  /// @param resumeIn when the provider says to come back, null if it says nothing
  public ScriptedFailure(FailureClass failure, String message, @Nullable Duration resumeIn) {
    super(message);
    this.failure = failure;
    this.resumeIn = resumeIn;
  }

  FailureClass failure() {
    return failure;
  }

  @Nullable Duration resumeIn() {
    return resumeIn;
  }
}
