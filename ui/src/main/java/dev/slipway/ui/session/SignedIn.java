package dev.slipway.ui.session;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import dev.slipway.api.security.Admission;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.Profile;
import dev.slipway.api.security.Sessions;
import dev.slipway.ui.http.WebSettings;
import dev.slipway.ui.shell.live.Outages;
import dev.slipway.workflows.tenant.Permission;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Who uses the panel in the present session.
@Singleton
public class SignedIn {
  static final String PRESENCE = "slipway.presence";
  private static final String STANDING = "slipway.standing";

  private final Sessions sessions;
  private final Clock clock;
  private final Outages outages;
  private final WebSettings settings;

  SignedIn(Sessions sessions, Clock clock, Outages outages, WebSettings settings) {
    this.sessions = sessions;
    this.clock = clock;
    this.outages = outages;
    this.settings = settings;
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
    return standing(VaadinSession.getCurrent().getSession()).map(Standing::family).orElse(null);
  }

  /// Whether the caller may do something.
  public boolean may(Permission permission) {
    return find().map(caller -> caller.may(permission)).orElse(false);
  }

  /// Begins a visit, in a session with a new id.
  ///
  /// @throws dev.slipway.api.http.ProblemException `unauthenticated` when the password was changed
  ///   meanwhile
  public void enter(Admission admission, Profile profile) {
    var standing = new Standing(sessions.open(admission), sessions, clock, outages);
    VaadinService.reinitializeSession(VaadinRequest.getCurrent());
    VaadinSession session = VaadinSession.getCurrent();
    session.getSession().setAttribute(STANDING, standing);
    session.getSession().setAttribute(PRESENCE, new Presence(clock, settings.sessionTimeout()));
    session.setAttribute(Visit.class, new Visit(admission.caller(), profile));
    LastVisit.begin();
  }

  /// Ends the session.
  public void leave() {
    String family = family();
    if (family != null) {
      sessions.endFamily(family);
    }
    LastVisit.leave();
    VaadinSession.getCurrent().getSession().invalidate();
  }

  /// Tells, from any thread, whether the present session is over: ended elsewhere, or idle for too
  /// long.
  public BooleanSupplier ended() {
    var session = VaadinSession.getCurrent().getSession();
    var standing = standing(session);
    var presence = presence(session);
    return () ->
        standing.map(Standing::isEnded).orElse(false)
            || presence.map(Presence::isOver).orElse(false);
  }

  /// Somebody did something on a page.
  public void showPresence() {
    presence(VaadinSession.getCurrent().getSession()).ifPresent(Presence::show);
  }

  /// How long somebody may do nothing.
  public Duration patience() {
    return settings.sessionTimeout();
  }

  /// Whether nobody did anything in a browser's session for too long.
  static boolean isIdle(WrappedSession session) {
    return presence(session).map(Presence::isOver).orElse(false);
  }

  /// Whether the sign-in of a browser's session was ended elsewhere.
  static boolean isEnded(WrappedSession session) {
    return standing(session).map(Standing::isEnded).orElse(false);
  }

  private static Optional<Standing> standing(WrappedSession session) {
    return Optional.ofNullable((Standing) session.getAttribute(STANDING));
  }

  private static Optional<Presence> presence(WrappedSession session) {
    return Optional.ofNullable((Presence) session.getAttribute(PRESENCE));
  }

  private static Optional<Visit> visit() {
    return Optional.ofNullable(VaadinSession.getCurrent())
        .map(session -> session.getAttribute(Visit.class));
  }

  private static IllegalStateException nobody() {
    return new IllegalStateException("nobody has signed in");
  }
}
