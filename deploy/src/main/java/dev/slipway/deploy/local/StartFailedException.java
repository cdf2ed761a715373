package dev.slipway.deploy.local;

/// A part of the local world could not be started; the message says why and what to do about it.
public final class StartFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// A failure found by looking.
  ///
  /// @param message what was attempted, on what, and the way out; printed by the launcher as it is
  public StartFailedException(String message) {
    super(message);
  }

  /// A failure reported by the operating system or the part.
  ///
  /// @param message what was attempted, on what, and the way out; printed by the launcher as it is
  /// @param cause what the operating system or the part said
  public StartFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
