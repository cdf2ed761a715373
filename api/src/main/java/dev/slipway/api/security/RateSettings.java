package dev.slipway.api.security;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How many requests a caller may make.
///
/// @param requests how many at once, and again in each window: of a user, and of an address for all
///   who have not signed in there; 0 for any number, of a tenant too
/// @param tenant how many of all users of a tenant; 0 for any number
/// @param change as how many a request counts that may change something, a sign-in for one
/// @param window the time in which as many come back
@ConfigurationProperties("slipway.rate")
record RateSettings(
    @Bindable(defaultValue = "12000") int requests,
    @Bindable(defaultValue = "40000") int tenant,
    @Bindable(defaultValue = "2") int change,
    @Bindable(defaultValue = "1m") Duration window) {

  boolean isOff() {
    return requests <= 0;
  }

  boolean isTenantLimited() {
    return tenant > 0;
  }
}
