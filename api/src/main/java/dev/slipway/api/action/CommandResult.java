package dev.slipway.api.action;

import dev.slipway.api.http.ProblemException;
import dev.slipway.workflows.action.ActionId;
import org.jspecify.annotations.Nullable;

/// What came of one command of many.
///
/// @param problem null when it was obeyed
public record CommandResult(ActionId action, @Nullable ProblemException problem) {}
