package dev.slipway.workflows.capacity;

/// What a provider says about room for a machine, before any is held.
public enum Room {
  THERE,
  NONE,
  /// It cannot tell, or did not answer.
  UNKNOWN
}
