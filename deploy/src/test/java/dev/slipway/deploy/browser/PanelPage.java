package dev.slipway.deploy.browser;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every page of the panel, and what it shows in each state. A page that is registered and not here
/// fails the matrix.
///
/// The states are prepared by [PanelStates].
enum PanelPage {
  LOGIN("login", null, "Sign in", "Sign in", "Sign in"),
  DASHBOARD("", Person.TENANT, "Recent activity", "No servers yet", "Sign in"),
  SERVERS("servers", Person.TENANT, "matrix-1", "No servers yet", "Sign in"),
  SERVER("servers/:id", Person.TENANT, "Queue for this server", "There is nothing here", "Sign in"),
  ORDER("servers/new", Person.TENANT, "What will happen", "Nothing can be ordered yet", "Sign in"),
  ACTIONS("actions", Person.TENANT, "Create matrix-1", "Nothing was ordered yet", "Sign in"),
  ACTION("actions/:id", Person.TENANT, "of 7 done", "There is nothing here", "Sign in"),
  SSH_KEYS("ssh-keys", Person.TENANT, "matrix-key", "No SSH keys yet", "Sign in"),
  ACCOUNT("account", Person.TENANT, "Present password", "Present password", "Sign in"),
  WORKERS("workers", Person.OPERATOR, "Queues", "Queues", "You may not open this page"),
  ATTENTION(
      "attention",
      Person.OPERATOR,
      "Create matrix-2",
      "No decision is open",
      "You may not open this page"),
  SIMULATOR(
      "simulator",
      Person.OPERATOR,
      "Machines ever made",
      "Nothing was made here yet",
      "You may not open this page"),
  ENGINE(
      "engine",
      Person.OPERATOR,
      "What it can do here",
      "What it can do here",
      "You may not open this page");

  private final String route;
  private final @Nullable Person reader;
  private final String withData;
  private final String empty;
  private final String forbidden;

  PanelPage(
      String route, @Nullable Person reader, String withData, String empty, String forbidden) {
    this.route = route;
    this.reader = reader;
    this.withData = withData;
    this.empty = empty;
    this.forbidden = forbidden;
  }

  static Stream<String> routes() {
    return Stream.of(values()).map(PanelPage::route);
  }

  /// As it is registered.
  String route() {
    return route;
  }

  /// Who reads it, null for a page that nobody has to sign in for.
  @Nullable Person reader() {
    return reader;
  }

  boolean isForOperators() {
    return reader == Person.OPERATOR;
  }

  /// The address, for the ids of an action and of a server.
  String path(String action, String server) {
    return "/" + route.replace(":id", route.startsWith("servers") ? server : action);
  }

  /// What is read on it in a state.
  String says(State state) {
    return switch (state) {
      case DATA -> withData;
      case EMPTY -> empty;
      case ERROR -> "Nothing was done. Try again in a moment.";
      case FORBIDDEN -> forbidden;
    };
  }

  /// How a page can be found.
  enum State {
    DATA,
    EMPTY,
    ERROR,
    FORBIDDEN
  }
}
