package dev.slipway.ui.shell;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import dev.slipway.ui.session.Doorkeeper;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.part.Avatar;
import dev.slipway.ui.shell.part.Symbol;
import dev.slipway.workflows.tenant.User;
import io.micronaut.context.annotation.Prototype;

/// Who is signed in, and the way out.
@Prototype
final class PersonMenu extends Div {
  private final SignedIn signedIn;

  PersonMenu(SignedIn signedIn) {
    this.signedIn = signedIn;
    var user = signedIn.profile().user();
    addClassName("sw-tb-place");
    var open = new NativeButton();
    open.addClassName("sw-tb");
    open.setId("person");
    open.getElement().setAttribute("aria-label", text("person.label", user.name()));
    open.getElement().setAttribute("aria-haspopup", "true");
    open.add(Avatar.round(user.name()));
    var popover = new Popover(menu(user));
    popover.setTarget(open);
    popover.setPosition(PopoverPosition.BOTTOM_END);
    popover.setAutofocus(true);
    popover.setAriaLabel(text("person.label", user.name()));
    add(open, popover);
  }

  private Div menu(User user) {
    var name = new Span(user.name());
    name.addClassName("sw-strong");
    var email = new Span(user.email());
    email.addClassName("sw-meta");
    var head = new Div(name, new Div(email));
    head.addClassName("sw-menu-head");
    var account = new Anchor("account", new Symbol("user"), new Span(text("person.account")));
    account.setId("account");
    account.addClassName("sw-menu-item");
    account.getElement().setAttribute("router-link", true);
    var out = new NativeButton("", click -> signOut());
    out.setId("sign-out");
    out.addClassName("sw-menu-item");
    out.add(new Symbol("logout"), new Span(text("person.sign-out")));
    var menu = new Div(head, account, out);
    menu.addClassName("sw-menu");
    return menu;
  }

  private void signOut() {
    UI.getCurrent().getPage().setLocation(Doorkeeper.LOGIN);
    signedIn.leave();
  }
}
