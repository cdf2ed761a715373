package dev.slipway.activities.temporal;

import dev.slipway.workflows.action.ActionId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where people find the panel, for the way back from Temporal's own UI: where the settings say,
/// else where this process serves it.
@Singleton
public final class PanelAddress {

  private volatile @Nullable String address;

  PanelAddress(TemporalConfiguration temporal) {
    this.address = temporal.panel();
  }

  /// This process serves the panel, at an address of this machine.
  public void servedAt(URI here) {
    if (address == null) {
      address = here.toString();
    }
  }

  /// The page of an action, empty when nobody told where the panel is.
  Optional<String> of(ActionId action) {
    return Optional.ofNullable(address)
        .map(panel -> panel.replaceAll("/+$", "") + "/actions/" + action);
  }
}
