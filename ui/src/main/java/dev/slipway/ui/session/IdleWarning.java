package dev.slipway.ui.session;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import dev.slipway.ui.shell.part.Symbol;
import java.time.Duration;

/// Says that nobody did anything for long and that the visit ends soon, and lets one stay. The
/// browser opens it in time, over dialogs too, and closes it with the first thing that is done
/// (`presence.js`).
public final class IdleWarning extends Div {
  /// How long before the end it opens; a browser looks at a page in the background once a minute.
  static final Duration BEFORE = Duration.ofMinutes(2);

  /// @param patience after how long the visit of who does nothing ends
  public IdleWarning(Duration patience) {
    var half = patience.dividedBy(2);
    var before = BEFORE.compareTo(half) < 0 ? BEFORE : half;
    setId("idle");
    addClassName("sw-idle");
    getElement()
        .setAttribute("popover", "manual")
        .setAttribute("role", "alert")
        .setAttribute("aria-live", "assertive")
        .setAttribute("data-patience", String.valueOf(patience.toMillis()))
        .setAttribute("data-before", String.valueOf(before.toMillis()));
    var left =
        new Element("sw-elapsed")
            .setAttribute("units", text("time.units"))
            .setAttribute("role", "timer")
            .setAttribute("aria-live", "off");
    var words = new Span(text("idle.warning") + " ");
    words.getElement().appendChild(left);
    var stay = new Button(text("idle.stay"));
    stay.setId("idle-stay");
    add(new Symbol("clock"), words, stay);
  }
}
