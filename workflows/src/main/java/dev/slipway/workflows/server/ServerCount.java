package dev.slipway.workflows.server;

/// How many servers stand alike.
///
/// @param servers 1 or more
public record ServerCount(ServerStatus status, ServerProgress progress, long servers) {}
