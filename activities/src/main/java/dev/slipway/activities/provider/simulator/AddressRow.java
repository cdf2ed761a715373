package dev.slipway.activities.provider.simulator;

import dev.slipway.workflows.simulator.SimulatedAddress;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of `sim_address`.
@MappedEntity("sim_address")
record AddressRow(
    @Id long id,
    String allocation,
    int family,
    String address,
    String key,
    String labelAction,
    Instant allocatedAt,
    @Nullable Instant releasedAt) {

  SimulatedAddress toAddress() {
    return new SimulatedAddress(address, family, key, labelAction, allocatedAt, releasedAt);
  }
}
