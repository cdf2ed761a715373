package dev.slipway.deploy.local;

/// Which Temporal this Slipway works with.
public enum TemporalMode {
  /// A server or cluster somebody else runs.
  EXTERNAL,
  /// A server of our own with a database file and the Web UI.
  LOCAL,
  /// The engine inside this process, which forgets everything when the process ends.
  MEMORY
}
