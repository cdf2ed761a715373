package dev.slipway.workflows.tenant;

/// Mints ids that sort by the time they were made.
public interface IdSource {

  /// A new id such as `srv_01k…`.
  String next(String prefix);
}
