package dev.slipway.api.server;

import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.server.Server;

/// A server that was ordered, and the action that builds it.
public record Ordered(Server server, Action action) {}
