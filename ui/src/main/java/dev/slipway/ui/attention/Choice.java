package dev.slipway.ui.attention;

import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ParkCause;
import org.jspecify.annotations.Nullable;

/// An action that was chosen as it was shown: parked anew, it is not chosen any more.
///
/// @param parking the number of its parking, 0 for none
/// @param cause why, null for none
record Choice(ActionId action, int parking, @Nullable ParkCause cause) {

  static Choice of(Action shown) {
    var parking = shown.parking();
    return parking == null
        ? new Choice(shown.id(), 0, null)
        : new Choice(shown.id(), parking.number(), parking.cause());
  }
}
