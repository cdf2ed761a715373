package dev.slipway.api.action;

import dev.slipway.workflows.action.ActionId;
import org.jspecify.annotations.Nullable;

/// That somebody wants an action undone.
///
/// @param reason why
/// @param parking the parking it answers, null for a wish that holds whatever happens meanwhile
/// @param isObeyed whether the workflow obeys it already, so that nothing can refuse it any more
record AbortWish(ActionId action, String reason, @Nullable Integer parking, boolean isObeyed) {}
