package dev.slipway.api.security;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How failed sign-ins slow down the next ones.
///
/// @param free failures of one account from one address before its next sign-in must wait
/// @param freeShared failures of one account from anywhere, or from one address for any account,
///   before the next must wait
/// @param longest the longest wait; each further failure doubles it up to that
/// @param memory failures are forgotten when none came for this long
@ConfigurationProperties("slipway.throttle")
record ThrottleSettings(
    @Bindable(defaultValue = "20") int free,
    @Bindable(defaultValue = "100") int freeShared,
    @Bindable(defaultValue = "5m") Duration longest,
    @Bindable(defaultValue = "1h") Duration memory) {}
