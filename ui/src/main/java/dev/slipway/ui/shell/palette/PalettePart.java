package dev.slipway.ui.shell.palette;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.HeaderPart;
import dev.slipway.ui.shell.part.Symbol;
import jakarta.inject.Singleton;

/// The way into the palette from every page, by button or `Ctrl K` (`keys.js`).
@Singleton
final class PalettePart implements HeaderPart {
  private final SignedIn signedIn;
  private final PaletteFinder finder;

  PalettePart(SignedIn signedIn, PaletteFinder finder) {
    this.signedIn = signedIn;
    this.finder = finder;
  }

  @Override
  public int position() {
    return 10;
  }

  @Override
  public Component create() {
    var words = new Span(text("palette.open"));
    words.addClassNames("sw-wide", "sw-grow");
    var key = new Span(text("palette.key.open"));
    key.addClassNames("sw-key", "sw-wide");
    var open = new NativeButton("", click -> open());
    open.add(new Symbol("search"), words, key);
    open.setId("palette");
    open.addClassNames("sw-tb", "sw-find");
    open.getElement().setAttribute("aria-label", text("palette.open"));
    open.getElement().setAttribute("aria-haspopup", "dialog");
    return open;
  }

  private void open() {
    var caller = signedIn.caller();
    new Palette(words -> finder.find(caller, words)).open();
  }
}
