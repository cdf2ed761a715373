package dev.slipway.ui.shell;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.Symbol;
import io.micronaut.context.annotation.Prototype;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// The header: where one is, what runs, and who one is.
@Prototype
final class TopBar extends Header {
  private final Nav crumbs = new Nav();

  TopBar(Collection<HeaderPart> parts, PersonMenu person) {
    addClassName("sw-top");
    var toggle = new DrawerToggle();
    toggle.setAriaLabel(text("menu.open"));
    crumbs.addClassName("sw-crumbs");
    crumbs.getElement().setAttribute("aria-label", text("crumbs"));
    add(toggle, crumbs);
    parts.stream()
        .sorted(Comparator.comparingInt(HeaderPart::position))
        .forEach(part -> add(part.create()));
    add(person);
  }

  void show(List<Crumb> way) {
    crumbs.removeAll();
    for (Crumb crumb : way) {
      if (crumbs.getChildren().findAny().isPresent()) {
        crumbs.add(new Symbol("right"));
      }
      crumbs.add(stop(crumb));
    }
  }

  private static Component stop(Crumb crumb) {
    if (crumb.path() == null) {
      var here = new Span(crumb.label());
      here.getElement().setAttribute("aria-current", "page");
      return here;
    }
    var link = new Anchor(crumb.path(), crumb.label());
    link.getElement().setAttribute("router-link", true);
    return link;
  }
}
