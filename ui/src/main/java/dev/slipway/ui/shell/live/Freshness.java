package dev.slipway.ui.shell.live;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.part.Note;
import dev.slipway.ui.shell.part.Times;
import dev.slipway.ui.shell.part.Tone;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Says above a page that what stands on it could not be read anew, and since when.
public final class Freshness extends Div {
  private final Map<Object, Instant> missing = new HashMap<>();

  public Freshness() {
    addClassName("sw-freshness");
    getElement().setAttribute("aria-live", "polite");
  }

  /// That of a window, empty where nobody has signed in.
  static Optional<Freshness> of(UI ui) {
    return ui.getInternals().getActiveRouterTargetsChain().stream()
        .filter(MainLayout.class::isInstance)
        .map(layout -> ((MainLayout) layout).freshness())
        .findFirst();
  }

  /// A part of the page could not be read.
  void miss(Object part, Instant since) {
    missing.put(part, since);
    show();
  }

  /// A part of the page is fresh again, or gone.
  void know(Object part) {
    if (missing.remove(part) != null) {
      show();
    }
  }

  private void show() {
    removeAll();
    missing.values().stream()
        .min(Instant::compareTo)
        .ifPresent(
            since -> add(new Note(Tone.UNKNOWN, text("freshness.lost", Times.clock(since)))));
  }
}
