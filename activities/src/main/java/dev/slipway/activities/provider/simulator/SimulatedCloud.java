package dev.slipway.activities.provider.simulator;

import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.ProviderAdapter;
import jakarta.inject.Singleton;

/// The built-in provider, for every location that names `simulator`.
///
/// @param calls the door every call passes
@Singleton
record SimulatedCloud(
    SimulatedCalls calls, SimulatedStock stock, Machines machines, SimulatedWork work)
    implements ProviderAdapter {

  @Override
  public String name() {
    return "simulator";
  }

  @Override
  public ComputeProvider at(String location) {
    return new SimulatedCompute(location, this);
  }
}
