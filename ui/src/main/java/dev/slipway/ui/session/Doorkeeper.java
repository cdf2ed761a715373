package dev.slipway.ui.session;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.slipway.ui.shell.Needs;
import dev.slipway.ui.shell.failure.NotPermittedException;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Asks everybody who enters a page to sign in, and to have the permission the page declares,
/// unless the page is for all who have signed in (`@PermitAll`).
@Singleton
public class Doorkeeper implements VaadinServiceInitListener {
  /// The path of the sign-in page.
  public static final String LOGIN = "login";

  /// The query parameter with the page to show after signing in.
  public static final String TARGET = "to";

  private final SignedIn signedIn;

  Doorkeeper(SignedIn signedIn) {
    this.signedIn = signedIn;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(this::check));
  }

  private void check(BeforeEnterEvent event) {
    var page = event.getNavigationTarget();
    if (page.isAnnotationPresent(AnonymousAllowed.class)) {
      return;
    }
    if (signedIn.find().isEmpty()) {
      event.forwardTo(LOGIN, QueryParameters.of(TARGET, asked(event)));
    } else if (!HasErrorParameter.class.isAssignableFrom(page)
        && !page.isAnnotationPresent(PermitAll.class)) {
      checkPermission(event, page.getAnnotation(Needs.class));
    }
  }

  private void checkPermission(BeforeEnterEvent event, @Nullable Needs needs) {
    if (needs == null || !signedIn.may(needs.value())) {
      var missing = needs == null ? null : needs.value();
      event.rerouteToError(new NotPermittedException(missing), "");
    }
  }

  private static String asked(BeforeEnterEvent event) {
    return event.getLocation().getPathWithQueryParameters();
  }
}
