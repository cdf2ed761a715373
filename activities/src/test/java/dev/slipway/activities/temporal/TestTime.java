package dev.slipway.activities.temporal;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// Time that passes only when a test, or a pause, says so.
@Singleton
@Primary
@Requires(property = TestTime.PROPERTY)
public final class TestTime extends Clock implements Pause {

  /// Switches it on.
  public static final String PROPERTY = "slipway.test.time";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

  @Override
  public void of(Duration time) {
    now.updateAndGet(before -> before.plus(time));
    StepAttempt.running().ifPresent(attempt -> attempt.heartbeat(null));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("there is one zone");
  }
}
