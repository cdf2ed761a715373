package dev.slipway.ui.server;

import dev.slipway.workflows.catalog.Image;
import dev.slipway.workflows.catalog.Location;
import dev.slipway.workflows.catalog.Network;
import dev.slipway.workflows.catalog.ServerPlan;
import java.util.List;

/// What can be ordered.
record Offer(
    List<ServerPlan> plans, List<Location> locations, List<Image> images, List<Network> networks) {

  /// Whether no order can be put together from it.
  boolean isEmpty() {
    return plans.isEmpty() || locations.isEmpty() || images.isEmpty();
  }
}
