package dev.slipway.workflows.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A machine of the simulated cloud's ledger, deleted ones included.
///
/// @param key the idempotency key the provider was given, null for one made by hand
/// @param actionId the action it was made for, null for one made by hand
/// @param state `creating`, `running`, `stopped`, `error` or `deleted`
public record SimulatedMachine(
    String externalId,
    String name,
    @Nullable String key,
    @Nullable String actionId,
    String state,
    Instant createdAt,
    @Nullable Instant deletedAt) {}
