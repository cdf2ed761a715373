package dev.slipway.ui.action;

import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.page.Page;
import java.util.List;

/// Actions as a list shows them at one moment.
record ActionListing(Page<Action> page, List<ActionRow> rows) {}
