package dev.slipway.ui.server;

import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.server.Server;
import org.jspecify.annotations.Nullable;

/// A server in the list.
///
/// @param action what is being done to it, null when nothing
/// @param planName the plan's name for people
/// @param imageName the image's name for people
/// @param placeName the location's name for people
/// @param tenantName whose it is, null where only one's own are listed
record ServerRow(
    Server server,
    @Nullable Action action,
    String planName,
    String imageName,
    String placeName,
    @Nullable String tenantName) {}
