package dev.slipway.workflows.action;

/// The last failure of an action.
///
/// @param code the failure class or parking cause, in lower case
/// @param message the raw text, operators only
/// @param step the step's id
/// @param isRetryable whether the same inputs may succeed later
public record ActionError(String code, String message, String step, boolean isRetryable) {}
