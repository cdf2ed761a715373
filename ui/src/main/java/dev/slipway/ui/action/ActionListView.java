package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.Crumb;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.Needs;
import dev.slipway.ui.shell.Page;
import dev.slipway.ui.shell.PageAddress;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.ui.shell.part.Block;
import dev.slipway.ui.shell.part.Chip;
import dev.slipway.ui.shell.part.EmptyState;
import dev.slipway.ui.shell.part.Pager;
import dev.slipway.ui.shell.part.StatusLabel;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.context.annotation.Prototype;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Every order and change one may see, newest first.
@Prototype
@Route(value = ActionNavigation.LIST, layout = MainLayout.class)
@Needs(Permission.ACTIONS_VIEW)
final class ActionListView extends Page implements BeforeEnterObserver {
  private static final Duration AT_MOST_EVERY = Duration.ofMillis(400);
  private static final int CARDS_BELOW = 801;

  private final Caller caller;
  private final ActionListReader reader;
  private final Map<ActionStateFilter, Chip> chips = new EnumMap<>(ActionStateFilter.class);
  private final ActionGrid grid;
  private final Pager pager = new Pager(page -> ask(query().at(page)));
  private final Div instead = new Div();
  private ActionQuery query = ActionQuery.ALL;

  ActionListView(SignedIn signedIn, ActionListReader reader, Live live) {
    super("data", "sw-fill");
    this.caller = signedIn.caller();
    this.reader = reader;
    this.grid = new ActionGrid(caller.isOperator(), live);
    var list = new Block(grid, instead, pager);
    list.addClassName("sw-list");
    add(heading(text("actions.title"), text("actions.about")), filters(), list);
    live.follow(this, Live.Interest.inAnswers(AT_MOST_EVERY, this::query, this::read, this::show));
    addAttachListener(attach -> fitTo(attach.getUI()));
  }

  private Div filters() {
    var bar = new Div();
    bar.addClassName("sw-chips");
    for (ActionStateFilter state : ActionStateFilter.values()) {
      var word =
          state.tone().isEmpty()
              ? new Span(text(state.label()))
              : new StatusLabel(
                  state.tone().get(), text(state.label() + (caller.isOperator() ? "" : ".tenant")));
      var chip = new Chip(word, () -> ask(query().with(state)));
      chips.put(state, chip);
      bar.add(chip);
    }
    return bar;
  }

  private void fitTo(UI ui) {
    Signal.effect(
        this,
        () -> {
          int width = ui.getPage().windowSizeSignal().get().width();
          grid.fit(width > 0 && width < CARDS_BELOW);
        });
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    query = ActionQuery.of(PageAddress.parameters(event));
    show(read(query));
  }

  private ActionQuery query() {
    return query;
  }

  private ActionListing read(ActionQuery asked) {
    return reader.read(caller, asked.filter(), asked.request());
  }

  private void ask(ActionQuery asked) {
    query = asked;
    var location = new Location(ActionNavigation.LIST, asked.parameters());
    UI.getCurrent().getPage().getHistory().replaceState(null, location);
    show(read(asked));
  }

  private void show(ActionListing listing) {
    if (listing.page().isBeyondEnd()) {
      ask(query.at(listing.page().last()));
      return;
    }
    chips.forEach((state, chip) -> chip.setPressed(state == query.state()));
    grid.show(listing.rows());
    pager.show(listing.page());
    boolean isEmpty = listing.rows().isEmpty();
    grid.setVisible(!isEmpty);
    pager.setVisible(!isEmpty);
    instead.removeAll();
    if (isEmpty) {
      instead.add(
          new EmptyState(
              "pulse",
              text(query.isFiltered() ? "actions.none.filtered" : "actions.none.title"),
              text(query.isFiltered() ? "actions.none.hint" : "actions.none.text")));
    }
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(Crumb.here(text("actions.title")));
  }
}
