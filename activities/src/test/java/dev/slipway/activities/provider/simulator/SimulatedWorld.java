package dev.slipway.activities.provider.simulator;

import dev.slipway.activities.storage.Storage;
import dev.slipway.activities.temporal.TestTime;
import dev.slipway.workflows.simulator.Fault;
import dev.slipway.workflows.simulator.FaultRule;
import dev.slipway.workflows.simulator.Simulators;
import java.time.Duration;
import java.util.List;

/// What tests on the simulated cloud share.
public final class SimulatedWorld {

  /// A location with plenty of room.
  public static final String ROOMY = "sim-1";

  /// A location whose room runs out.
  public static final String SMALL = "sim-3";

  /// An image of the demo catalogue.
  public static final String IMAGE = "debian-13";

  private SimulatedWorld() {}

  /// A database and beans, with time in the test's hand.
  public static Storage storage() {
    return new Storage().with(TestTime.PROPERTY, true);
  }

  /// Switches one fault on for one call.
  public static void once(Storage storage, String location, String operation, Fault fault) {
    storage.get(Simulators.class).replaceFaults(location, List.of(rule(operation, fault, 1)));
  }

  /// A certain fault.
  public static FaultRule rule(String operation, Fault fault, int times) {
    return new FaultRule(operation, fault, times, 1.0, Duration.ofMillis(700));
  }
}
