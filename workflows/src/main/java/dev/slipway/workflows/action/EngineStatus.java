package dev.slipway.workflows.action;

import org.jspecify.annotations.Nullable;

/// How Temporal does.
///
/// @param mode `external`, `local` or `memory`
/// @param address host and port of its frontend
/// @param webUiUrl its own UI, null where it has none
/// @param isReachable whether it answered just now
/// @param isWorker whether the process that tells is to run a worker
/// @param hasPollers whether its worker polls, or that of any other where it is to run none
public record EngineStatus(
    String mode,
    String address,
    @Nullable String webUiUrl,
    String namespace,
    boolean isReachable,
    boolean isWorker,
    boolean hasPollers,
    boolean hasSchedules,
    boolean hasVisibility,
    boolean hasReset) {}
