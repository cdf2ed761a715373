package dev.slipway.workflows.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An address of the simulated cloud's ledger, released ones included.
///
/// @param family 4 or 6
/// @param key the idempotency key the provider was given
public record SimulatedAddress(
    String address,
    int family,
    String key,
    String actionId,
    Instant allocatedAt,
    @Nullable Instant releasedAt) {}
