package dev.slipway.workflows.catalog;

import dev.slipway.workflows.server.ServerSize;

/// The smallest and the largest own size a plan allows.
public record SizeBounds(ServerSize min, ServerSize max) {}
