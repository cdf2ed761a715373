package dev.slipway.workflows.tenant;

/// Hashes passwords slowly on purpose. A hash says how it was made, so older ones keep matching.
public interface Passwords {

  /// A salted hash to be stored; never twice the same.
  String hash(String plain);

  /// Whether the password is the hash's; takes the same time either way.
  boolean matches(String plain, String hash);
}
