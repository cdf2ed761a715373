package dev.slipway.activities.provider.simulator;

/// What becomes of a task.
enum TaskFate {
  /// It does what was asked.
  SUCCEEDS,
  /// It was accepted, and ends in error.
  FAILS,
  /// It does what was asked, but nobody can ask for it any more.
  VANISHES
}
