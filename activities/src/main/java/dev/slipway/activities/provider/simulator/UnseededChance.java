package dev.slipway.activities.provider.simulator;

import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;

/// Chance that nobody can repeat.
@Singleton
final class UnseededChance implements Chance {

  @Override
  public boolean falls(double probability) {
    return ThreadLocalRandom.current().nextDouble() < probability;
  }
}
