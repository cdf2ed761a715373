package dev.slipway.ui.session;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import dev.slipway.api.security.PageLimits;
import dev.slipway.api.security.PasswordChange;
import dev.slipway.api.security.Profile;
import dev.slipway.api.security.SignIn;
import dev.slipway.ui.shell.Crumb;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.Page;
import dev.slipway.ui.shell.part.Block;
import dev.slipway.ui.shell.part.Facts;
import dev.slipway.ui.shell.part.Times;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;

/// Who one is here, one's password, and the colours of the panel.
@Prototype
@Route(value = AccountMenuItem.PATH, layout = MainLayout.class)
@PermitAll
final class AccountView extends Page {

  AccountView(SignedIn signedIn, SignIn signIn, PasswordChange passwords, PageLimits limits) {
    super("form");
    var caller = signedIn.caller();
    var profile = signIn.profile(caller);
    var last = profile.user().lastLoginAt();
    var facts =
        new Facts()
            .with(text("account.name"), profile.user().name())
            .with(text("account.email"), profile.user().email())
            .with(text("account.role"), caller.role().label())
            .with(text("account.tenant"), profile.tenant().name());
    if (last != null) {
      facts.with(text("account.last"), new Span(Times.moment(last)), utc());
    }
    add(
        heading(text("account.title"), text("account.about")),
        Block.titled(text("account.person"), Block.body(facts)),
        Block.titled(
            text("account.password"),
            Block.body(
                new PasswordForm((current, next) -> {
                  limits.change(caller);
                  passwords.change(wish(signedIn, profile), current, next);
                }))),
        Block.titled(text("account.colours"), colours()));
  }

  /// The present session stays; every other one of the person ends.
  private static PasswordChange.Wish wish(SignedIn signedIn, Profile profile) {
    var address = VaadinSession.getCurrent().getBrowser().getAddress();
    return new PasswordChange.Wish(
        profile.user(), signedIn.family(), Objects.requireNonNullElse(address, ""));
  }

  private static Span utc() {
    var utc = new Span("UTC");
    utc.addClassName("sw-quiet");
    return utc;
  }

  private static Div colours() {
    return Block.body(new ColourChoice());
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(Crumb.here(text("account.title")));
  }
}
