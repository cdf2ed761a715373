package dev.slipway.workflows.tenant;

/// The database does not answer: nothing was stored, and the same call may succeed later.
public final class StorageUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// @param attempted what was tried, such as `opening a transaction`
  public StorageUnavailableException(String attempted, Throwable cause) {
    super(attempted, cause);
  }
}
