package dev.slipway.ui.shell.palette;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.DomEvent;
import dev.slipway.ui.shell.failure.Refusal;
import dev.slipway.ui.shell.palette.PaletteItem.Deed;
import dev.slipway.ui.shell.part.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A field, and under it what fits the words in it. The arrow keys choose, Enter does it. What is
/// copied is copied by the browser (`slipway.js`), which says so at the foot.
final class Palette extends Dialog {
  private static final String LIST = "palette-list";
  private static final String SAID = "palette-said";
  private static final String OWN_KEYS =
      "['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key) && (event.preventDefault() || true)";

  private final Function<String, List<PaletteItem>> find;
  private final Input words = new Input();
  private final Div list = new Div();
  private final List<Div> rows = new ArrayList<>();
  private List<PaletteItem> items = List.of();
  private int chosen;

  Palette(Function<String, List<PaletteItem>> find) {
    this.find = find;
    addClassName("sw-palette");
    getElement().setAttribute("aria-label", text("palette.title"));
    list.setId(LIST);
    list.addClassName("sw-palette-list");
    list.getElement().setAttribute("role", "listbox");
    list.getElement().setAttribute("aria-label", text("palette.found"));
    add(head(), list, foot());
    show();
    addOpenedChangeListener(change -> words.focus());
  }

  private Div head() {
    words.setId("palette-words");
    words.setPlaceholder(text("palette.hint"));
    words.setValueChangeMode(ValueChangeMode.EAGER);
    words.addValueChangeListener(change -> show());
    var field = words.getElement();
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-label", text("palette.title"));
    field.setAttribute("aria-controls", LIST);
    field.setAttribute("aria-expanded", "true");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("autocomplete", "off");
    field.addEventListener("keydown", this::pressed).addEventData("event.key").setFilter(OWN_KEYS);
    var head = new Div(new Symbol("search"), words, key(text("palette.key.close")));
    head.addClassName("sw-palette-head");
    return head;
  }

  private static Div foot() {
    var foot =
        new Div(
            key(text("palette.key.arrows")),
            new Span(text("palette.move")),
            key(text("palette.key.enter")),
            new Span(text("palette.run")),
            said());
    foot.addClassNames("sw-palette-foot", "sw-meta");
    return foot;
  }

  private static Span said() {
    var said = new Span();
    said.setId(SAID);
    said.addClassName("sw-end");
    said.getElement().setAttribute("role", "status");
    return said;
  }

  private static Span key(String name) {
    var key = new Span(name);
    key.addClassName("sw-key");
    return key;
  }

  private void show() {
    list.removeAll();
    rows.clear();
    try {
      items = find.apply(words.getValue());
      list(items.isEmpty() ? text("palette.none") : "");
    } catch (RuntimeException e) {
      items = List.of();
      list(Refusal.of(e).detail());
    }
    choose(0);
  }

  /// @param instead what is said where there is nothing to choose
  private void list(String instead) {
    PaletteItem.@Nullable Group before = null;
    for (PaletteItem item : items) {
      if (item.group() != before) {
        list.add(title(item.group()));
        before = item.group();
      }
      list.add(row(item));
    }
    if (items.isEmpty()) {
      var none = new Div(instead);
      none.addClassName("sw-palette-none");
      none.getElement().setAttribute("role", "option");
      none.getElement().setAttribute("aria-disabled", "true");
      list.add(none);
    }
  }

  private static Div title(PaletteItem.Group group) {
    var title = new Div(text(group.label()));
    title.addClassNames("sw-palette-group", "sw-micro");
    title.getElement().setAttribute("role", "presentation");
    return title;
  }

  private Div row(PaletteItem item) {
    var hint = new Span(item.hint());
    hint.addClassName("sw-quiet");
    var label = new Span(new Span(item.label()), hint);
    label.addClassNames("sw-palette-words", "sw-ellipsis");
    var row = new Div(new Symbol(item.icon()), label);
    row.setId("palette-" + rows.size());
    row.addClassName("sw-palette-row");
    row.getElement().setAttribute("role", "option");
    switch (item.deed()) {
      case Deed.Run(var work) -> row.addClickListener(click -> run(work));
      case Deed.Copy(var text) -> offer(row, text);
    }
    rows.add(row);
    return row;
  }

  private static void offer(Div row, String text) {
    row.getElement().setAttribute("data-copy", text);
    row.getElement().setAttribute("data-copied", text("palette.copied", text));
    row.getElement().setAttribute("data-said", SAID);
  }

  private void pressed(DomEvent event) {
    switch (event.getEventData().get("event.key").asString()) {
      case "ArrowDown" -> choose(chosen + 1);
      case "ArrowUp" -> choose(chosen - 1);
      default -> items.stream().skip(chosen).findFirst().ifPresent(this::enter);
    }
  }

  private void enter(PaletteItem item) {
    switch (item.deed()) {
      case Deed.Run(var work) -> run(work);
      case Deed.Copy _ -> rows.get(chosen).getElement().callJsFunction("click");
    }
  }

  /// The list has no ends: after the last comes the first.
  private void choose(int row) {
    chosen = rows.isEmpty() ? 0 : Math.floorMod(row, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).getElement().setAttribute("aria-selected", String.valueOf(i == chosen));
    }
    var field = words.getElement();
    if (rows.isEmpty()) {
      field.removeAttribute("aria-activedescendant");
    } else {
      field.setAttribute("aria-activedescendant", "palette-" + chosen);
      rows.get(chosen).getElement().callJsFunction("scrollIntoView", false);
    }
  }

  private void run(Runnable work) {
    close();
    work.run();
  }
}
