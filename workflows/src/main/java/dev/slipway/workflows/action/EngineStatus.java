package dev.slipway.workflows.action;

import org.jspecify.annotations.Nullable;

/// How Temporal does.
///
/// @param mode `external`, `local` or `memory`
/// @param address host and port of its frontend
/// @param webUiUrl its own UI, null where it has none
/// @param isReachable whether it answered just now
/// @param hasPollers whether a worker polled lately
public record EngineStatus(
    String mode,
    String address,
    @Nullable String webUiUrl,
    String namespace,
    boolean isReachable,
    boolean hasPollers,
    boolean hasSchedules,
    boolean hasVisibility,
    boolean hasReset) {}
