package dev.slipway.api.action;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How event streams behave.
///
/// @param comment how long a stream may be silent before a comment keeps it open
@ConfigurationProperties("slipway.stream")
record StreamSettings(@Bindable(defaultValue = "15s") Duration comment) {}
