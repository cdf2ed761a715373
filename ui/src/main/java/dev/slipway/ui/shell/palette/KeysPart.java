package dev.slipway.ui.shell.palette;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.HeaderPart;
import dev.slipway.ui.shell.MenuEntry;
import dev.slipway.ui.shell.part.Symbol;
import dev.slipway.workflows.tenant.Permission;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// The list of keys, by button or `?` (`keys.js`).
@Singleton
final class KeysPart implements HeaderPart {
  private final SignedIn signedIn;
  private final List<MenuEntry> entries;

  KeysPart(SignedIn signedIn, Collection<MenuEntry> entries) {
    this.signedIn = signedIn;
    this.entries =
        entries.stream()
            .filter(entry -> !entry.key().isEmpty())
            .sorted(Comparator.comparing(MenuEntry::group).thenComparingInt(MenuEntry::position))
            .toList();
  }

  @Override
  public int position() {
    return 30;
  }

  @Override
  public Component create() {
    var open = new NativeButton("", click -> open());
    open.add(new Symbol("help"));
    open.setId("keys");
    open.addClassNames("sw-tb", "sw-wide");
    open.setTitle(text("keys.title"));
    open.getElement().setAttribute("aria-label", text("keys.title"));
    open.getElement().setAttribute("aria-haspopup", "dialog");
    return open;
  }

  private void open() {
    var caller = signedIn.caller();
    var pages = entries.stream().filter(entry -> caller.may(entry.needs())).toList();
    new KeysDialog(pages, caller.may(Permission.ACTIONS_REPAIR)).open();
  }
}
