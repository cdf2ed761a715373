package dev.slipway.api.security;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How long a sign-in lasts.
///
/// @param access how long an access token is good for
/// @param refresh how long a refresh token is good for
/// @param grace how long the refresh token before the present one works once more
@ConfigurationProperties("slipway.session")
record SessionSettings(
    @Bindable(defaultValue = "15m") Duration access,
    @Bindable(defaultValue = "30d") Duration refresh,
    @Bindable(defaultValue = "30s") Duration grace) {}
