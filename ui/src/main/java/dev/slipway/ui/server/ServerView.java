package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.action.ActionNavigation;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.Crumb;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.Needs;
import dev.slipway.ui.shell.Page;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.context.annotation.Prototype;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A server as it stands: state, addresses, what it was ordered with, what is done to it and what
/// was. It changes while one looks.
@Prototype
@Route(value = ServerNavigation.LIST + "/:id", layout = MainLayout.class)
@Needs(Permission.SERVERS_VIEW)
final class ServerView extends Page implements BeforeEnterObserver {
  private static final Duration AT_MOST_EVERY = Duration.ofMillis(200);

  /// What is edited elsewhere is no action, so nothing tells of it.
  private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(10);

  private final Caller caller;
  private final ServerDetailReader reader;
  private final ServerChanges changes;
  private final ServerPanels panels;
  private @Nullable ServerId id;
  private @Nullable ServerReading shown;

  ServerView(SignedIn signedIn, ServerDetailReader reader, ServerChanges changes) {
    this.caller = signedIn.caller();
    this.reader = reader;
    this.changes = changes;
    this.panels = new ServerPanels(caller.isOperator(), this::edit, this::cancel);
    changes
        .live()
        .follow(
            this,
            AT_LEAST_EVERY,
            new Live.Interest<>(
                AT_MOST_EVERY,
                change -> id != null && change.resourceId().equals(id.value()),
                this::read,
                this::show));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    enter(event, this::enter);
  }

  private void enter(String asked) {
    id = new ServerId(asked);
    removeAll();
    show(read());
    panels.addTo(this);
  }

  private ServerReading read() {
    if (id == null) {
      throw new IllegalStateException("no server was asked for");
    }
    return reader.read(caller, id, changes.live().now());
  }

  private void show(ServerReading reading) {
    var before = shown;
    shown = reading;
    panels.show(reading, caller.may(Permission.SERVERS_MANAGE));
    if (before == null || !before.server().name().equals(reading.server().name())) {
      MainLayout.refresh(this);
    }
  }

  /// Opens what changes it.
  void edit() {
    if (shown == null) {
      return;
    }
    var seen = shown.server();
    new EditServerDialog(
            seen,
            (before, change) -> {
              changes.change(caller, before, change);
              show(read());
            },
            () -> changes.present(caller, seen))
        .open();
  }

  /// Asks whether its order shall be taken back.
  void cancel() {
    if (shown == null) {
      return;
    }
    var server = shown.server();
    var key = "panel-" + UUID.randomUUID();
    var dialog = new CancelOrderDialog(server);
    dialog.onConfirm(typed ->
        changes
            .live()
            .apart(
                this,
                () -> changes.cancel(caller, server, typed, key),
                action -> {
                  dialog.close();
                  UI.getCurrent().navigate(ActionNavigation.path(action.id()));
                },
                dialog::refuse));
    dialog.open();
  }

  @Override
  public List<Crumb> crumbs() {
    var here = shown == null ? text("server.title") : shown.server().name().value();
    return List.of(new Crumb(text("servers.title"), ServerNavigation.LIST), Crumb.here(here));
  }

  /// The way to all actions of a server.
  static Anchor allActions(ServerId server) {
    var all = new Anchor(ActionNavigation.ofResource(server.value()), text("server.history.all"));
    all.getElement().setAttribute("router-link", true);
    return all;
  }
}
