package dev.slipway.activities.provider;

import org.jspecify.annotations.Nullable;

/// An operation a provider accepted.
///
/// @param externalId the provider's id of the machine, snapshot or backup; null when nothing is
///   left of it, as after a delete of what did not exist
/// @param taskRef what to poll, null when there is nothing to wait for
public record Started(@Nullable String externalId, @Nullable String taskRef) {}
