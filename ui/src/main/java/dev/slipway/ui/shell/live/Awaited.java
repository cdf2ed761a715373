package dev.slipway.ui.shell.live;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;

/// What stands in a page's place while it takes its time: the shape of a page, and for those who
/// see none a word. The browser shows it alone (`slipway.js`), for the server is busy then.
public final class Awaited extends Div {
  private static final int LINES = 8;
  private static final int CELLS = 3;

  public Awaited() {
    addClassName("sw-awaited");
    var title = new H1(text("page.awaited"));
    title.addClassName("sw-offscreen");
    var shape = new Main(title, bone(), lines());
    shape.addClassName("sw-awaited-shape");
    var word = new Span();
    word.addClassName("sw-offscreen");
    word.getElement().setAttribute("role", "status");
    word.getElement().setAttribute("data-word", text("page.awaited"));
    add(shape, word);
  }

  private static Div lines() {
    var lines = new Div();
    lines.addClassName("sw-panel");
    for (int line = 0; line < LINES; line++) {
      var cells = new Div();
      for (int cell = 0; cell < CELLS; cell++) {
        cells.add(bone());
      }
      lines.add(cells);
    }
    return lines;
  }

  private static Span bone() {
    var bone = new Span();
    bone.addClassName("sw-bone");
    return bone;
  }
}
