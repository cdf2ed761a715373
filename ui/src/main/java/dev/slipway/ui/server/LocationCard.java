package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.StatusLabel;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.catalog.Location;
import java.util.Locale;

/// A location, and whether it takes this order.
final class LocationCard extends Div {

  /// @param offersPlan whether the chosen plan is offered there
  LocationCard(Location location, boolean offersPlan) {
    addClassName("sw-place");
    var name = new Span(location.name());
    name.addClassName("sw-strong");
    var country = new Span(Locale.of("", location.country()).getDisplayCountry(Locale.ENGLISH));
    country.addClassNames("sw-meta");
    var line = new Div(name, country);
    line.addClassNames("sw-row", "between");
    add(line, state(location, offersPlan));
  }

  private static StatusLabel state(Location location, boolean offersPlan) {
    if (!location.isAvailable()) {
      return new StatusLabel(Tone.OFF, text("location.closed"));
    }
    return offersPlan
        ? new StatusLabel(Tone.OK, text("location.open"))
        : new StatusLabel(Tone.OFF, text("location.not-offered"));
  }
}
