package dev.slipway.api.security;

import dev.slipway.workflows.tenant.Users;

/// Somebody whose password was right a moment ago. A session that it begins looks again: who has
/// changed the password meanwhile lets nobody in who knew the one before.
public final class Admission {

  private final Users.Credential seen;

  Admission(Users.Credential seen) {
    this.seen = seen;
  }

  /// Who he is.
  public Caller caller() {
    return SignIn.callerOf(seen.user());
  }

  /// With the hash of the password that was right.
  Users.Credential seen() {
    return seen;
  }
}
