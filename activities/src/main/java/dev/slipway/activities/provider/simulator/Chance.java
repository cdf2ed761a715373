package dev.slipway.activities.provider.simulator;

/// Decides what happens only sometimes.
@FunctionalInterface
interface Chance {

  /// Whether it happens this time.
  ///
  /// @param probability 0 to 1
  boolean falls(double probability);
}
