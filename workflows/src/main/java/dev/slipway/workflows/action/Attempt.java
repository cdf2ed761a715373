package dev.slipway.workflows.action;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One try of a step.
///
/// @param number counts from 1 over all runs and retries of the step
/// @param phase whether it was the step or its undo
/// @param code the failure class, null unless failed
/// @param message the raw error for operators, null unless failed
public record Attempt(
    int number,
    Phase phase,
    AttemptStatus status,
    Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String code,
    @Nullable String message) {}
