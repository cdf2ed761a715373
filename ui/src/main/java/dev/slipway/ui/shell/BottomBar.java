package dev.slipway.ui.shell;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.part.Symbol;
import io.micronaut.context.annotation.Prototype;

/// The first pages of the sidebar within a thumb's reach, on narrow screens only.
@Prototype
final class BottomBar extends Nav {
  private static final int MOST = 5;

  BottomBar(SignedIn signedIn, Menu menu) {
    addClassName("sw-tabbar");
    getElement().setAttribute("aria-label", text("menu.bottom"));
    menu.entries(signedIn.caller()).stream().limit(MOST).forEach(this::add);
  }

  private void add(MenuEntry entry) {
    var link =
        new Anchor(entry.path(), new Symbol(entry.icon()), new Span(text(entry.shortLabel())));
    link.getElement().setAttribute("router-link", true);
    add(link);
  }

  void showCurrent(String path) {
    getChildren()
        .map(Anchor.class::cast)
        .forEach(link -> {
          boolean isHere = path.equals(link.getHref()) || path.startsWith(link.getHref() + "/");
          if (isHere) {
            link.getElement().setAttribute("aria-current", "page");
          } else {
            link.getElement().removeAttribute("aria-current");
          }
        });
  }
}
