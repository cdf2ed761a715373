package dev.slipway.ui.shell;

/// The sign-in behind an open page was ended elsewhere.
final class SignedOutException extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
