package dev.slipway.api.server;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// Limits of every tenant.
///
/// @param servers how many servers a tenant may have at once
@ConfigurationProperties("slipway.quota")
record QuotaSettings(@Bindable(defaultValue = "1000") long servers) {}
