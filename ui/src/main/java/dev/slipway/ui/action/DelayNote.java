package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.StatusGlyph;
import dev.slipway.ui.shell.part.Times;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.action.Phase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a tenant reads while a person of ours has his order in hand: why, what is kept, what it
/// costs, and what happens next.
final class DelayNote extends Div {
  private @Nullable Parking shown;

  DelayNote() {
    addClassNames("sw-panel", "sw-delay", "parked");
    getElement().setAttribute("role", "status");
    setVisible(false);
  }

  void show(ActionReading reading) {
    var action = reading.action();
    var parking = action.parking();
    boolean isShown =
        !reading.isOperator() && action.status() == ActionStatus.PARKED && parking != null;
    setVisible(isShown);
    if (isShown && !Objects.equals(parking, shown)) {
      shown = parking;
      removeAll();
      fill(reading, Objects.requireNonNull(parking));
    }
  }

  private void fill(ActionReading reading, Parking parking) {
    boolean isUndo = parking.phase() == Phase.UNDO;
    var place = reading.order().location();
    var why =
        isUndo
            ? text("delay.undo")
            : parking.cause() == ParkCause.CAPACITY
                ? text("delay.capacity", place)
                : text("delay.other");
    var next = text(isUndo ? "delay.next.undo" : "delay.next", Times.clock(parking.since()));
    var facts =
        new Div(
            fact("delay.kept", text(isUndo ? "delay.kept.undo" : "delay.kept.order")),
            fact("delay.costs", text("delay.costs.nothing")),
            fact("delay.news", text("delay.news.here")));
    facts.addClassName("sw-delay-facts");
    var words = new Div(new H2(why), new Paragraph(next), facts);
    words.addClassName("sw-grow");
    var glyph = new StatusGlyph(Tone.PARKED);
    glyph.addClassName("s20");
    add(glyph, words);
  }

  private static Div fact(String key, String value) {
    var name = new Span(text(key));
    name.addClassName("sw-micro");
    return new Div(name, new Div(value));
  }
}
