package dev.slipway.api.security;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How many requests a caller may make.
///
/// @param requests how many at once, and again in each window; 0 for any number
/// @param window the time in which as many come back
@ConfigurationProperties("slipway.rate")
record RateSettings(
    @Bindable(defaultValue = "60000") int requests,
    @Bindable(defaultValue = "1m") Duration window) {

  boolean isOff() {
    return requests <= 0;
  }
}
