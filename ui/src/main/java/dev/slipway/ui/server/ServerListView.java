package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.Counted;
import dev.slipway.ui.shell.Crumb;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.Needs;
import dev.slipway.ui.shell.Page;
import dev.slipway.ui.shell.PageAddress;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.ui.shell.part.Block;
import dev.slipway.ui.shell.part.EmptyState;
import dev.slipway.ui.shell.part.Pager;
import dev.slipway.ui.shell.part.Symbol;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.context.annotation.Prototype;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The servers one may see: state first, dense, and changing as they change.
@Prototype
@Route(value = ServerNavigation.LIST, layout = MainLayout.class)
@Needs(Permission.SERVERS_VIEW)
final class ServerListView extends Page implements BeforeEnterObserver {
  private static final Duration AT_MOST_EVERY = Duration.ofMillis(400);
  private static final int CARDS_BELOW = 801;
  private static final int FEWER_COLUMNS_BELOW = 1181;

  private final Caller caller;
  private final ServerReader reader;
  private final ServerToolbar toolbar;
  private final ServerGrid grid;
  private final ServerLookBar lookBar;
  private final Pager pager =
      new Pager(page -> ask(query().at(page))).withRows(ServerLook.ROWS, this::keepRows);
  private final Div instead = new Div();
  private final Block list;
  private ServerLook look = ServerLook.kept();
  private ServerQuery query = ServerQuery.ALL;

  ServerListView(SignedIn signedIn, ServerReader reader, Live live) {
    super("data", "sw-fill");
    this.caller = signedIn.caller();
    this.reader = reader;
    this.lookBar = new ServerLookBar(look, caller.isOperator(), this::keep);
    this.toolbar =
        new ServerToolbar(
            this::narrow,
            reader.tenantsFor(caller),
            signedIn.may(Permission.SERVERS_MANAGE),
            lookBar);
    this.grid = new ServerGrid(caller.isOperator(), live);
    grid.as(look);
    grid.onSort(sort -> ask(query().with(sort)));
    this.list = new Block(grid, instead, pager);
    var title = new H1(text("servers.title"));
    title.addClassName("sw-offscreen");
    list.addClassName("sw-list");
    add(title, toolbar, list);
    live.follow(
        this,
        Live.Interest.inAnswers(
            AT_MOST_EVERY, this::query, asked -> reader.read(caller, asked), this::show));
    addAttachListener(attach -> fitTo(attach.getUI()));
  }

  private void fitTo(UI ui) {
    Signal.effect(
        this,
        () -> {
          int width = ui.getPage().windowSizeSignal().get().width();
          grid.fit(width > 0 && width < CARDS_BELOW, width >= FEWER_COLUMNS_BELOW || width == 0);
        });
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var parameters = PageAddress.parameters(event);
    query = ServerQuery.of(parameters, look.rows());
    toolbar.show(query);
    show(reader.read(caller, query));
    if (ServerQuery.isOtherwiseNamed(parameters)) {
      event.getUI().beforeClientResponse(this, context -> keepInAddress());
    }
  }

  private void keep(ServerLook other) {
    look = other;
    look.keep();
    grid.as(look);
  }

  private void keepRows(int rows) {
    lookBar.follow(rows);
    keep(look.with(rows));
    ask(query.withRows(rows));
  }

  private ServerQuery query() {
    return query;
  }

  private void narrow(ServerQuery narrowed) {
    ask(narrowed);
  }

  private void ask(ServerQuery asked) {
    query = asked;
    toolbar.show(asked);
    keepInAddress();
    show(reader.read(caller, asked));
  }

  private void keepInAddress() {
    var location = new Location(ServerNavigation.LIST, query.parameters());
    UI.getCurrent().getPage().getHistory().replaceState(null, location);
  }

  private void show(ServerListing listing) {
    if (listing.page().isBeyondEnd()) {
      ask(query.at(listing.page().last()));
      return;
    }
    Counted.tell(Map.of(ServerNavigation.LIST, listing.existing()));
    boolean isEmpty = listing.rows().isEmpty();
    toolbar.show(listing);
    toolbar.leaveOrderingToPage(isEmpty && !query.isFiltered());
    grid.show(listing.rows(), query.sort());
    pager.show(listing.page());
    grid.setVisible(!isEmpty);
    pager.setVisible(!isEmpty);
    instead.removeAll();
    if (isEmpty) {
      instead.add(query.isFiltered() ? nothingMatches(listing) : noneYet());
    }
  }

  private EmptyState nothingMatches(ServerListing listing) {
    var clear = new Button(text("servers.none.clear"), click -> ask(query.unfiltered()));
    return new EmptyState(
            "filter",
            text("servers.none.filtered"),
            text("servers.none.hidden", listing.existing()))
        .withButtons(clear);
  }

  private EmptyState noneYet() {
    var state =
        new EmptyState("server", text("servers.none.title"), text("servers.none.text"))
            .toned("accent");
    if (!caller.may(Permission.SERVERS_MANAGE)) {
      return state;
    }
    var order =
        new Button(
            text("servers.order"),
            new Symbol("plus"),
            click -> UI.getCurrent().navigate(ServerNavigation.ORDER));
    order.addThemeVariants(ButtonVariant.PRIMARY);
    return state.withButtons(order).withCommand(text("servers.none.command"));
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(Crumb.here(text("servers.title")));
  }
}
