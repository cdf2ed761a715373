package dev.slipway.workflows.action;

/// Temporal, or every worker, does not answer: nothing was done, and the same call may succeed
/// later.
public final class EngineUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// @param attempted what was tried, such as `sending retry to act_…`
  public EngineUnavailableException(String attempted, Throwable cause) {
    super(attempted, cause);
  }
}
