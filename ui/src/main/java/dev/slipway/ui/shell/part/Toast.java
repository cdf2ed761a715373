package dev.slipway.ui.shell.part;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.slipway.api.http.ProblemException;
import java.util.ArrayList;
import java.util.List;

/// Says in a corner what came of something that was asked for, where the page has no place of its
/// own for that. It takes no focus, and Escape closes it as its button does (`toast.js`).
public final class Toast extends Notification {
  /// How many stand in the corner at once.
  private static final int MOST = 3;

  private static final int READ_IN_MILLIS = 5_000;
  private static final String AS_STATUS = "this._card.setAttribute('role', 'status')";

  private final String kind;

  private Toast(Tone tone, String kind, Span... words) {
    this.kind = kind;
    addClassNames("sw-toast", tone.colour());
    setPosition(Position.BOTTOM_START);
    var box = new Div(words);
    box.addClassNames("sw-col", "tight", "sw-grow");
    var close = new NativeButton("", click -> close());
    close.add(new Symbol("x"));
    close.addClassNames("sw-ib", "sw-toast-close");
    close.setTitle(text("toast.close"));
    close.getElement().setAttribute("aria-label", text("toast.close"));
    var line = new Div(new StatusGlyph(tone), box, close);
    line.addClassName("sw-toast-line");
    add(line);
  }

  /// Says that something was done, for as long as it takes to read.
  public static void done(String words) {
    var toast = new Toast(Tone.DONE, words, new Span(words));
    toast.setDuration(READ_IN_MILLIS);
    toast.getElement().executeJs(AS_STATUS);
    toast.show();
  }

  /// Says that something was not done, until somebody closes it.
  public static void refused(ProblemException problem) {
    var title = new Span(problem.type().title());
    title.addClassName("sw-strong");
    var toast = new Toast(Tone.FAILED, problem.type().code(), title, new Span(problem.detail()));
    toast.setDuration(0);
    toast.setAssertive(true);
    toast.show();
  }

  /// The same news takes the place of what it was before, and the oldest of too many makes room.
  private void show() {
    var before = Open.on(UI.getCurrent()).toasts();
    before.removeIf(toast -> !toast.isOpened());
    before.stream().filter(toast -> toast.kind.equals(kind)).forEach(Toast::close);
    before.removeIf(toast -> !toast.isOpened());
    while (before.size() >= MOST) {
      before.removeFirst().close();
    }
    before.add(this);
    open();
  }

  /// Those that a page shows, the oldest first.
  private record Open(List<Toast> toasts) {

    static Open on(UI ui) {
      var open = ComponentUtil.getData(ui, Open.class);
      if (open == null) {
        open = new Open(new ArrayList<>());
        ComponentUtil.setData(ui, Open.class, open);
      }
      return open;
    }
  }
}
