package dev.slipway.ui.server;

import dev.slipway.ui.action.OrderedParts;
import java.util.List;

/// What a server was ordered with, by names for people.
///
/// @param networks with their addresses, such as `Private (10.0.0.0/16)`
/// @param keys names of SSH keys, those of removed ones too
record OrderedServer(OrderedParts parts, List<String> networks, List<String> keys) {
  OrderedServer {
    networks = List.copyOf(networks);
    keys = List.copyOf(keys);
  }
}
