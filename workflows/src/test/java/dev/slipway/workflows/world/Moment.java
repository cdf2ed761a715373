package dev.slipway.workflows.world;

/// Where in an attempt something can go wrong.
public enum Moment {
  /// Before the provider is asked.
  BEFORE_CALL,
  /// After the provider did it, before its reply.
  AFTER_EFFECT,
  /// After the reply, before the attempt's success is recorded.
  AFTER_REPLY
}
