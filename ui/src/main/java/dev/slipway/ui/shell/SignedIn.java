package dev.slipway.ui.shell;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.Profile;
import dev.slipway.api.security.Sessions;
import dev.slipway.workflows.tenant.Permission;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who uses the panel in the present session.
@Singleton
public class SignedIn {
  /// Where a browser's session keeps the family of its sign-in.
  static final String FAMILY = "slipway.family";

  private static final Logger LOG = LoggerFactory.getLogger(SignedIn.class);

  private final Sessions sessions;

  SignedIn(Sessions sessions) {
    this.sessions = sessions;
  }

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

  /// The family of the session's sign-in, null when nobody has signed in.
  public @Nullable String family() {
    return VaadinSession.getCurrent().getSession().getAttribute(FAMILY) instanceof String family
        ? family
        : null;
  }

  /// Whether the caller may do something.
  public boolean may(Permission permission) {
    return find().map(caller -> caller.may(permission)).orElse(false);
  }

  /// Begins a visit, in a session with a new id.
  public void enter(Caller caller, Profile profile) {
    VaadinService.reinitializeSession(VaadinRequest.getCurrent());
    VaadinSession session = VaadinSession.getCurrent();
    session.getSession().setAttribute(FAMILY, sessions.open(caller.user()));
    session.setAttribute(Visit.class, new Visit(caller, profile));
  }

  /// Ends the session.
  public void leave() {
    String family = family();
    if (family != null) {
      sessions.endFamily(family);
    }
    VaadinSession.getCurrent().getSession().invalidate();
  }

  /// Tells, from any thread, whether the sign-in of the present session was ended elsewhere: by a
  /// changed password, or because the user is gone.
  BooleanSupplier ended() {
    String family = family();
    return () -> isEnded(family);
  }

  /// While nobody can tell, as when the database is away, the visit goes on: what it asks for fails
  /// in words of its own.
  boolean isEnded(@Nullable Object family) {
    try {
      return family instanceof String known && !sessions.isOpen(known);
    } catch (RuntimeException unknown) {
      LOG.warn("Could not tell whether a sign-in was ended: {}", unknown.getMessage());
      return false;
    }
  }

  private static Optional<Visit> visit() {
    return Optional.ofNullable(VaadinSession.getCurrent())
        .map(session -> session.getAttribute(Visit.class));
  }

  private static IllegalStateException nobody() {
    return new IllegalStateException("nobody has signed in");
  }
}
