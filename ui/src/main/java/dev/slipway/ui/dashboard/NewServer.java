package dev.slipway.ui.dashboard;

import dev.slipway.workflows.server.Server;

/// One of the newest servers.
///
/// @param plan the plan's name for people
record NewServer(Server server, String plan) {}
