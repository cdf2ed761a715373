package dev.slipway.api.engine;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// Who may read metrics.
///
/// @param open whether everybody may read metrics, as on a single machine; false in production
@ConfigurationProperties("slipway.metrics")
record MetricsSettings(@Bindable(defaultValue = "true") boolean open) {}
