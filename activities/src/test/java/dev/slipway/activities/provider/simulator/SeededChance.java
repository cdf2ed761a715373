package dev.slipway.activities.provider.simulator;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.random.RandomGenerator;

/// Chance that a test's seed decides, for each piece of work by draws of its own: what other
/// threads do meanwhile changes none of them.
@Singleton
@Primary
@Requires(property = SeededChance.PROPERTY)
public final class SeededChance implements Chance {

  /// Switches it on.
  public static final String PROPERTY = "slipway.test.chance";

  private static final ScopedValue<RandomGenerator> DRAWS = ScopedValue.newInstance();

  /// Does a piece of work with its own draws.
  public static void with(RandomGenerator draws, Runnable work) {
    ScopedValue.where(DRAWS, draws).run(work);
  }

  @Override
  public boolean falls(double probability) {
    return DRAWS.get().nextDouble() < probability;
  }
}
