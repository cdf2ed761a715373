package dev.slipway.workflows.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A machine of the simulated cloud's ledger, deleted ones included.
///
/// @param key the idempotency key the provider was given, null for one made by hand
/// @param actionId the action it was made for, null for one made by hand
/// @param state `creating`, `running`, `stopped`, `error` or `deleted`
/// @param networks codes of the networks it joined
public record SimulatedMachine(
    String externalId,
    String name,
    @Nullable String key,
    @Nullable String actionId,
    String state,
    List<String> networks,
    Instant createdAt,
    @Nullable Instant deletedAt) {

  public SimulatedMachine {
    networks = List.copyOf(networks);
  }
}
