package dev.slipway.api.http;

/// A record that a caller sends as the body of a request. Its components are all nullable: what is
/// required is checked where the rules are, so that the caller learns of every fault at once, and
/// is marked as [Needed].
public interface JsonInput {}
