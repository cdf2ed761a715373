package dev.slipway.workflows.action;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an action waits for.
///
/// @param kind what it is
/// @param text an operator's sentence, may name the provider
/// @param since when this wait began
/// @param until when the next look is due, null where nobody knows
/// @param position the place in the lane, 1 is next, null outside lanes
public record WaitingOn(
    WaitKind kind,
    String text,
    Instant since,
    @Nullable Instant until,
    @Nullable Integer position) {}
