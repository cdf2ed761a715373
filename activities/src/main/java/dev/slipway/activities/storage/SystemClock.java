package dev.slipway.activities.storage;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.time.Clock;

/// The clock that every written time comes from; tests put their own in its place.
@Factory
final class SystemClock {

  @Singleton
  @Secondary
  Clock clock() {
    return Clock.systemUTC();
  }
}
