package dev.slipway.workflows.simulator;

import dev.slipway.workflows.server.ServerSize;
import java.util.List;

/// The controls of simulated locations. Every call takes the location's code and throws
/// [UnknownSimulatorException] when it is not a simulated one.
public interface Simulators {

  /// Codes of the simulated locations.
  List<String> locations();

  /// The faults that are left, in the order they are tried.
  List<FaultRule> faults(String location);

  /// Replaces the faults.
  void replaceFaults(String location, List<FaultRule> faults);

  /// The present timing.
  Timing timing(String location);

  /// Replaces the timing.
  void replaceTiming(String location, Timing timing);

  /// Makes a machine as a person would in the provider's own panel, without key and labels: what an
  /// operator may then adopt.
  ///
  /// @param image the image's code
  /// @return its external id
  /// @throws NoRoomException when no host has room
  String createByHand(String location, String name, ServerSize size, String image);

  /// Every machine ever made, newest first.
  List<SimulatedMachine> machines(String location);

  /// Every address ever allocated, newest first.
  List<SimulatedAddress> addresses(String location);
}
