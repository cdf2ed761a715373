package dev.slipway.ui.server;

import dev.slipway.workflows.catalog.Image;
import dev.slipway.workflows.catalog.Location;
import dev.slipway.workflows.catalog.Network;
import dev.slipway.workflows.catalog.ServerPlan;
import dev.slipway.workflows.sshkey.SshKey;
import java.util.List;

/// What can be ordered, and with which SSH keys.
record Offer(
    List<ServerPlan> plans,
    List<Location> locations,
    List<Image> images,
    List<Network> networks,
    List<SshKey> keys) {

  /// Whether no order can be put together from it.
  boolean isEmpty() {
    return plans.isEmpty() || locations.isEmpty() || images.isEmpty();
  }
}
