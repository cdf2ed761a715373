package dev.slipway.workflows.server;

/// A server its tenant can use.
public record PublishedServer(ServerId server) {}
