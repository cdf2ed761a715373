package dev.slipway.workflows.action;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A command somebody gave an action.
///
/// @param kind the command's word
/// @param step the step it was for, null when it was for the whole
/// @param parking the parking it answered, 0 for none
/// @param actor who
public record ActionEvent(
    Instant at,
    String kind,
    @Nullable String step,
    int parking,
    String actor,
    @Nullable String reason) {}
