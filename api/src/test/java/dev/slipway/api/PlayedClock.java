package dev.slipway.api;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The time, which tests can move on.
@Singleton
@Replaces(Clock.class)
@Requires(property = "slipway.test.played")
public final class PlayedClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  /// Moves on.
  public synchronized void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
