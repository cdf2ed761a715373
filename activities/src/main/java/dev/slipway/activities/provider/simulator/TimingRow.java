package dev.slipway.activities.provider.simulator;

import dev.slipway.workflows.simulator.Timing;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;

/// A row of `sim_timing`.
@MappedEntity("sim_timing")
record TimingRow(
    @Id String location,
    int createMs,
    int powerMs,
    int configureMs,
    int deleteMs,
    double variance) {

  Timing toTiming() {
    return new Timing(
        Duration.ofMillis(createMs),
        Duration.ofMillis(powerMs),
        Duration.ofMillis(configureMs),
        Duration.ofMillis(deleteMs),
        variance);
  }
}
