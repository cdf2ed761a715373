package dev.slipway.deploy.browser;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Every page of the panel, and what it shows in each state. A page that is registered and not here
/// fails the matrix.
///
/// The states are prepared by [PanelStates].
enum PanelPage {
  LOGIN("login", Forbidden.WRONG_PASSWORD, "Sign in", "Sign in"),
  DASHBOARD("", Forbidden.SIGNED_OUT, "Recent activity", "No servers yet"),
  SERVERS("servers", Forbidden.SIGNED_OUT, "matrix-1", "No servers yet"),
  SERVER("servers/:id", Forbidden.NOT_THEIRS, "Queue for this server", "There is nothing here"),
  ORDER("servers/new", Forbidden.SIGNED_OUT, "What will happen", "Nothing can be ordered yet"),
  ACTIONS("actions", Forbidden.SIGNED_OUT, "Create matrix-1", "Nothing was ordered yet"),
  ACTION("actions/:id", Forbidden.NOT_THEIRS, "of 7 done", "There is nothing here"),
  SSH_KEYS("ssh-keys", Forbidden.SIGNED_OUT, "matrix-key", "No SSH keys yet"),
  ACCOUNT("account", Forbidden.SIGNED_OUT, "Present password", "Present password"),
  WORKERS("workers", Forbidden.NO_PERMISSION, "Online", "No worker was seen in the last day"),
  ATTENTION("attention", Forbidden.NO_PERMISSION, "Create matrix-2", "No decision is open"),
  SIMULATOR(
      "simulator", Forbidden.NO_PERMISSION, "Machines ever made", "Nothing was made here yet"),
  ENGINE("engine", Forbidden.NO_PERMISSION, "Visibility: actions are found", "No worker polls");

  /// What only operators read on a page of both.
  private static final Map<PanelPage, String> FOR_OPERATORS =
      Map.of(DASHBOARD, "Open decisions", SERVER, "At the provider", ACTION, "Last answer");

  private final String route;
  private final Forbidden forbidden;
  private final String withData;
  private final String empty;

  PanelPage(String route, Forbidden forbidden, String withData, String empty) {
    this.route = route;
    this.forbidden = forbidden;
    this.withData = withData;
    this.empty = empty;
  }

  static Stream<String> routes() {
    return Stream.of(values()).map(PanelPage::route);
  }

  /// As it is registered.
  String route() {
    return route;
  }

  /// Who may not open it.
  Forbidden forbidden() {
    return forbidden;
  }

  boolean isFor(Reader reader) {
    return forbidden.readers().contains(reader);
  }

  /// Who finds the page in a state. A failure reads the same for all, in frames of their own.
  List<Reader> readers(State state) {
    return switch (state) {
      case DATA, EMPTY, ERROR -> forbidden.readers();
      case FORBIDDEN -> List.of(forbidden.refused());
    };
  }

  /// The address, for the ids of an action and of a server.
  String path(String action, String server) {
    return "/" + route.replace(":id", route.startsWith("servers") ? server : action);
  }

  /// What somebody reads on it in a state.
  String says(State state, Reader reader) {
    return switch (state) {
      case DATA ->
          reader == Reader.OPERATOR ? FOR_OPERATORS.getOrDefault(this, withData) : withData;
      case EMPTY -> empty;
      case ERROR ->
          isOfEngine() ? "Temporal does not answer." : "Nothing was done. Try again in a moment.";
      case FORBIDDEN -> forbidden.says();
    };
  }

  /// What is said of Temporal comes from Temporal, and fails with it; else with the database.
  boolean isOfEngine() {
    return this == ENGINE;
  }

  /// Whether a state is told from the page as it always is. A form of one's own has nothing in it
  /// that could be missing, so it is never empty.
  boolean tells(State state) {
    return state != State.DATA && !(state == State.EMPTY && (this == LOGIN || this == ACCOUNT));
  }

  /// How a page can be found.
  enum State {
    DATA,
    EMPTY,
    ERROR,
    FORBIDDEN
  }
}
