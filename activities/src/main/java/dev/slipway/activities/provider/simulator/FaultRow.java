package dev.slipway.activities.provider.simulator;

import dev.slipway.workflows.simulator.Fault;
import dev.slipway.workflows.simulator.FaultRule;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;

/// A row of `sim_fault`.
@MappedEntity("sim_fault")
record FaultRow(
    @Id long id, String operation, String fault, int times, double probability, long latencyMs) {

  FaultRule toRule() {
    return new FaultRule(
        operation,
        Fault.ofCode(fault).orElseThrow(),
        times,
        probability,
        Duration.ofMillis(latencyMs));
  }
}
