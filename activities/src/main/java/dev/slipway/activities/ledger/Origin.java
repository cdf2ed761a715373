package dev.slipway.activities.ledger;

import java.util.Locale;

/// How an object came to belong to a step.
public enum Origin {
  /// The step made it; its undo destroys it.
  CREATED,
  /// A person made it and an operator bound it to the step; its undo only lets it go.
  ADOPTED;

  /// The word in SQL.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
