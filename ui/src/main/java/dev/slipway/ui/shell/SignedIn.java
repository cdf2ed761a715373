package dev.slipway.ui.shell;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.Profile;
import dev.slipway.workflows.tenant.Permission;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Who uses the panel in the present session.
@Singleton
public class SignedIn {
  private record Visit(Caller caller, Profile profile) {}

  /// The caller.
  ///
  /// @throws IllegalStateException when nobody has signed in
  public Caller caller() {
    return visit().orElseThrow(SignedIn::nobody).caller();
  }

  /// The caller, if somebody has signed in.
  public Optional<Caller> find() {
    return visit().map(Visit::caller);
  }

  /// The caller's name and tenant.
  ///
  /// @throws IllegalStateException when nobody has signed in
  public Profile profile() {
    return visit().orElseThrow(SignedIn::nobody).profile();
  }

  /// Whether the caller may do something.
  public boolean may(Permission permission) {
    return find().map(caller -> caller.may(permission)).orElse(false);
  }

  /// Begins a visit, in a session with a new id.
  public void enter(Caller caller, Profile profile) {
    VaadinService.reinitializeSession(VaadinRequest.getCurrent());
    VaadinSession.getCurrent().setAttribute(Visit.class, new Visit(caller, profile));
  }

  /// Ends the session.
  public void leave() {
    VaadinSession.getCurrent().getSession().invalidate();
  }

  private static Optional<Visit> visit() {
    return Optional.ofNullable(VaadinSession.getCurrent())
        .map(session -> session.getAttribute(Visit.class));
  }

  private static IllegalStateException nobody() {
    return new IllegalStateException("nobody has signed in");
  }
}
