package dev.slipway.ui.shell.palette;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.MenuEntry;
import dev.slipway.ui.shell.part.Facts;
import java.util.List;

/// Every key, and what it does.
final class KeysDialog extends Dialog {
  private static final String CHOOSE = "choose";
  private static final List<String> EVERYWHERE =
      List.of("palette", "filter", "down", "up", CHOOSE, "open", "close", "help");

  /// @param pages those that have a key
  /// @param mayChoose whether there are rows that the reader can choose
  KeysDialog(List<MenuEntry> pages, boolean mayChoose) {
    addClassName("sw-dialog");
    setHeaderTitle(text("keys.title"));
    var keys = new Facts();
    EVERYWHERE.stream()
        .filter(name -> mayChoose || !name.equals(CHOOSE))
        .forEach(name -> keys.with(text("keys." + name), keys(text("keys." + name + ".key"))));
    pages.forEach(page ->
        keys.with(text("keys.go", text(page.label())), keys(text("keys.go.key", page.key()))));
    add(keys);
    var close = new Button(text("keys.leave"), click -> close());
    close.setAutofocus(true);
    getFooter().add(close);
  }

  private static Span keys(String names) {
    var keys = new Span();
    keys.addClassNames("sw-row", "tight");
    for (String name : names.split(" ", -1)) {
      var key = new Span(name);
      key.addClassName("sw-key");
      keys.add(key);
    }
    return keys;
  }
}
