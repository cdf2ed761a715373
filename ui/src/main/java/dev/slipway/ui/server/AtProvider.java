package dev.slipway.ui.server;

import java.util.List;

/// Where a server stands at its provider; for operators.
///
/// @param tenant the name of whose it is
/// @param provider the adapter and location, such as `simulator/sim-1`
/// @param made what the order made there
record AtProvider(String tenant, String provider, List<Made> made) {
  AtProvider {
    made = List.copyOf(made);
  }

  /// Something that exists there, or existed.
  ///
  /// @param step the label of the step that made it
  record Made(String step, String externalId) {}
}
