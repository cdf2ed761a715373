package dev.slipway.ui.session;

/// The sign-in behind an open page was ended elsewhere.
public final class SignedOutException extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
