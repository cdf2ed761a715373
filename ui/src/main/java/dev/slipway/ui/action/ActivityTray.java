package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.ui.shell.part.LastingParts;
import dev.slipway.ui.shell.part.Seen;
import dev.slipway.ui.shell.part.StatusGlyph;
import dev.slipway.ui.shell.part.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What runs at present, from every page: a count, and behind it the newest of them.
final class ActivityTray extends Div {
  private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);

  private final boolean isOperator;
  private final NativeButton open = new NativeButton();
  private final Div glyph = new Div();
  private final Span count = new Span();
  private final Span head = new Span();
  private final Div items = new Div();
  private final Seen toned = new Seen();
  private final LastingParts<ActionRow, TrayItem> rows =
      new LastingParts<>(items, row -> row.action().id(), row -> new TrayItem(row.action().id()));

  ActivityTray(Caller caller, ActionListReader reader, Live live) {
    this.isOperator = caller.isOperator();
    addClassName("sw-tb-place");
    open.addClassName("sw-tb");
    open.setId("tray");
    open.getElement().setAttribute("aria-haspopup", "true");
    count.addClassName("sw-wide");
    glyph.addClassName("sw-tray-glyph");
    open.add(glyph, count);
    var popover = new Popover(list());
    popover.setTarget(open);
    popover.setPosition(PopoverPosition.BOTTOM_END);
    popover.setAriaLabel(text("tray"));
    add(open, popover);
    showUnknown();
    live.followInFrame(
        this,
        new Live.Interest<>(
            AT_MOST_EVERY, change -> true, () -> reader.unfinished(caller), this::show));
  }

  private void showUnknown() {
    show(text("tray.unknown"), Tone.UNKNOWN, text("tray.unknown.title"), List.of());
  }

  private void show(Unfinished unfinished) {
    var newest = unfinished.newest();
    var title = text(newest.isEmpty() ? "tray.empty" : "tray.title");
    show(words(unfinished), tone(unfinished), title, newest);
    unfinished.tell();
  }

  private Div list() {
    head.addClassName("sw-strong");
    var top = new Div(head);
    top.addClassName("sw-menu-head");
    items.addClassName("sw-menu");
    var all = new Anchor(ActionNavigation.LIST, new Span(text("tray.all")));
    all.addClassName("sw-menu-item");
    all.getElement().setAttribute("router-link", true);
    var list = new Div(top, items, all);
    list.addClassNames("sw-menu", "sw-tray");
    return list;
  }

  private void show(String words, Tone tone, String title, List<ActionRow> newest) {
    count.setText(words);
    open.getElement().setAttribute("aria-label", text("tray.label", words));
    if (toned.isNew(tone)) {
      glyph.removeAll();
      glyph.add(new StatusGlyph(tone));
    }
    head.setText(title);
    rows.show(newest, (item, row) -> item.show(row, isOperator));
  }

  private String words(Unfinished unfinished) {
    List<String> parts = new ArrayList<>();
    add(parts, "tray.running", unfinished.running());
    add(parts, "tray.waiting", unfinished.waiting());
    add(parts, isOperator ? "tray.parked" : "tray.delayed", unfinished.parked());
    return parts.isEmpty() ? text("tray.none") : String.join(", ", parts);
  }

  private static void add(List<String> parts, String key, long count) {
    if (count > 0) {
      parts.add(text(key, count));
    }
  }

  private static Tone tone(Unfinished unfinished) {
    if (unfinished.running() > 0) {
      return Tone.BUSY;
    }
    if (unfinished.parked() > 0) {
      return Tone.PARKED;
    }
    return unfinished.waiting() > 0 ? Tone.WAITING : Tone.OFF;
  }
}
