package dev.slipway.api.action;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How event streams and long polls behave.
///
/// @param comment how long a stream may be silent before a comment keeps it open
/// @param most how many streams and long polls a caller may have open at once, in each web process
@ConfigurationProperties("slipway.stream")
record StreamSettings(
    @Bindable(defaultValue = "15s") Duration comment, @Bindable(defaultValue = "1000") int most) {}
