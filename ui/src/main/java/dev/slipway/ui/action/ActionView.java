package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.Crumb;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.Needs;
import dev.slipway.ui.shell.Page;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.context.annotation.Prototype;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An action as it happens: every step, what it waits for, what went wrong, and what one may do
/// about it. It shows what the tables hold, so closing or reloading it loses nothing.
@Prototype
@Route(value = ActionNavigation.LIST + "/:id", layout = MainLayout.class)
@Needs(Permission.ACTIONS_VIEW)
final class ActionView extends Page implements BeforeEnterObserver {
  private static final Duration AT_MOST_EVERY = Duration.ofMillis(80);

  private final Caller caller;
  private final ActionReader reader;
  private final Live live;
  private final Commands commands;
  private final EngineLink engineLink;
  private @Nullable ActionId id;
  private @Nullable ActionParts parts;
  private @Nullable ActionReading shown;

  ActionView(SignedIn signedIn, ActionReader reader, Commands commands, EngineLink engineLink) {
    this.caller = signedIn.caller();
    this.reader = reader;
    this.commands = commands;
    this.live = commands.live();
    this.engineLink = engineLink;
    live.follow(
        this,
        new Live.Interest<>(
            AT_MOST_EVERY,
            change -> id != null && change.actionId().equals(id.value()),
            this::read,
            this::show));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    enter(event, this::enter);
  }

  private void enter(String asked) {
    id = new ActionId(asked);
    shown = null;
    removeAll();
    parts = new ActionParts(commands.by(caller, id, this::refresh), caller.isOperator());
    parts.addTo(this);
    show(read());
    engineLink.show(caller, id, parts.facts());
  }

  private ActionReading read() {
    if (id == null) {
      throw new IllegalStateException("no action was asked for");
    }
    return reader.read(caller, id, live.now());
  }

  private void refresh() {
    show(read());
  }

  private void show(ActionReading reading) {
    boolean isOlder = shown != null && reading.action().version() < shown.action().version();
    if (parts == null || isOlder) {
      return;
    }
    boolean isFirst = shown == null;
    shown = reading;
    parts.show(reading);
    if (isFirst) {
      MainLayout.refresh(this);
    }
  }

  @Override
  public List<Crumb> crumbs() {
    var here = shown == null ? text("action.title") : shown.title();
    return List.of(new Crumb(text("actions.title"), ActionNavigation.LIST), Crumb.here(here));
  }

  /// A column of blocks.
  static Div column() {
    var column = new Div();
    column.addClassName("sw-col");
    return column;
  }
}
