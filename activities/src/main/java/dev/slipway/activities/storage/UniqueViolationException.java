package dev.slipway.activities.storage;

import org.jspecify.annotations.Nullable;

/// A statement would have made a second row where one is allowed; its transaction is lost.
public final class UniqueViolationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String constraint;

  UniqueViolationException(@Nullable String constraint, Throwable cause) {
    super("a second row for " + constraint, cause);
    this.constraint = constraint == null ? "" : constraint;
  }

  /// Whether it was this constraint or unique index.
  public boolean isOf(String name) {
    return constraint.equals(name);
  }
}
