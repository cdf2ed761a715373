package dev.slipway.ui.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import java.time.Instant;

/// A span of time that ticks in the browser, without asking the server (`slipway.js`).
@Tag("sw-elapsed")
public final class Elapsed extends Component implements HasStyle {
  private Elapsed(String from, Instant at, Instant now) {
    getElement().setAttribute("units", Wording.text("time.units"));
    getElement().setAttribute("now", String.valueOf(now.toEpochMilli()));
    getElement().setAttribute(from, String.valueOf(at.toEpochMilli()));
  }

  /// The time since a moment.
  ///
  /// @param now the server's clock, since the browser's may differ
  public static Elapsed since(Instant moment, Instant now) {
    return new Elapsed("since", moment, now);
  }

  /// The time until a moment; stays at zero once it is past.
  ///
  /// @param now the server's clock, since the browser's may differ
  public static Elapsed until(Instant moment, Instant now) {
    return new Elapsed("until", moment, now);
  }

  /// Without seconds from a minute on.
  public Elapsed coarse() {
    getElement().setAttribute("coarse", true);
    return this;
  }
}
