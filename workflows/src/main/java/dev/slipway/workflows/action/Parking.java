package dev.slipway.workflows.action;

import java.time.Instant;

/// A step that waits for a person's decision.
///
/// @param number counts the parkings of the action from 1; a command names it. A run without
///   progress uses none up: it has the last one's, 0 before the first
/// @param step the step's id
/// @param phase whether the step or its undo parked
/// @param cause why
/// @param since when
public record Parking(int number, String step, Phase phase, ParkCause cause, Instant since) {}
