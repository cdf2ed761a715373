package dev.slipway.workflows.step;

import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a workflow stands.
///
/// @param step the step it is at, null before the first and after the last
/// @param parking the number of the present parking, 0 when not parked
/// @param cause why it is parked, null when not
/// @param message the error behind it
/// @param since when the parking began, null when not parked
public record Standing(
    Phase phase,
    @Nullable String step,
    int parking,
    @Nullable ParkCause cause,
    @Nullable String message,
    @Nullable Instant since) {}
