package dev.slipway.workflows.action;

import org.jspecify.annotations.Nullable;

/// Something that still exists, and may still be billed, after an action was unwound.
///
/// @param kind `machine`, `address` or `reservation`; the id of the step that may have made it
///   where nothing it made is recorded
/// @param note why it was left
/// @param externalId the provider's id, null when unknown
public record Residual(String kind, String note, @Nullable String externalId) {}
