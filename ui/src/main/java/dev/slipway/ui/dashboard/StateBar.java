package dev.slipway.ui.dashboard;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.StatusLabel;
import dev.slipway.ui.shell.part.Tone;

/// How many servers are in which state, as parts of one bar and in words.
final class StateBar extends Div {
  private final Div bar = new Div();
  private final Div legend = new Div();

  StateBar(Fleet fleet, boolean isOperator) {
    addClassNames("sw-col", "tight");
    bar.addClassName("sw-bar");
    bar.getElement().setAttribute("aria-hidden", "true");
    legend.addClassNames("sw-row", "wrap");
    add(bar, legend);
    setVisible(fleet.servers() > 0);
    part(Tone.OK, fleet.running(), "dashboard.state.running");
    part(Tone.OFF, fleet.off(), "dashboard.state.off");
    part(Tone.BUSY, fleet.inProgress(), "dashboard.state.progress");
    part(Tone.WAITING, fleet.waiting(), "dashboard.state.waiting");
    part(
        Tone.PARKED,
        fleet.delayed(),
        isOperator ? "dashboard.state.attention" : "dashboard.state.delayed");
    part(Tone.FAILED, fleet.failed(), "dashboard.state.failed");
  }

  private void part(Tone tone, long count, String key) {
    if (count == 0) {
      return;
    }
    var part = new Span();
    part.addClassNames("state", tone.colour());
    part.getStyle().set("--sw-weight", String.valueOf(count));
    bar.add(part);
    legend.add(new StatusLabel(tone, text(key, count)));
  }
}
