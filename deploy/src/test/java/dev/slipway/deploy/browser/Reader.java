package dev.slipway.deploy.browser;

import org.jspecify.annotations.Nullable;

/// Who opens a page of the matrix.
enum Reader {
  /// Nobody has signed in.
  STRANGER(null),
  TENANT(Person.TENANT),
  /// Signed in, for another tenant.
  OTHER_TENANT(Person.NEWCOMER),
  OPERATOR(Person.OPERATOR);

  private final @Nullable Person person;

  Reader(@Nullable Person person) {
    this.person = person;
  }

  /// Null where nobody has signed in.
  @Nullable Person person() {
    return person;
  }
}
