package dev.slipway.api.simulator;

import dev.slipway.workflows.server.ServerName;
import dev.slipway.workflows.server.ServerSize;

/// A machine that somebody makes by hand, every part of it valid.
///
/// @param image the image's code
record NewMachine(ServerName name, ServerSize size, String image) {}
