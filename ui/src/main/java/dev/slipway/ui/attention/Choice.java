package dev.slipway.ui.attention;

import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;

/// An action that was chosen as it was shown: parked anew, it is not chosen any more.
///
/// @param parking the number of its parking, 0 for none
record Choice(ActionId action, int parking) {

  static Choice of(Action shown) {
    var parking = shown.parking();
    return new Choice(shown.id(), parking == null ? 0 : parking.number());
  }
}
