package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.slipway.ui.action.ActionNavigation;
import dev.slipway.ui.action.ActionWords;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.ui.shell.part.Copyable;
import dev.slipway.ui.shell.part.Elapsed;
import dev.slipway.ui.shell.part.StatusGlyph;
import dev.slipway.ui.shell.part.StatusLabel;
import dev.slipway.workflows.action.Action;
import java.util.List;

/// The servers as cards, side by side where there is room. Only what changed is drawn anew.
final class ServerCards extends UnorderedList {
  private final boolean isOperator;
  private final Live live;
  private List<ServerRow> shown = List.of();

  ServerCards(boolean isOperator, Live live) {
    this.isOperator = isOperator;
    this.live = live;
    addClassName("sw-cards");
    getElement().setAttribute("aria-label", text("servers.title"));
  }

  void show(List<ServerRow> rows) {
    var before = shown;
    shown = List.copyOf(rows);
    if (!ids(before).equals(ids(shown))) {
      removeAll();
      shown.forEach(row -> add(card(row)));
      return;
    }
    for (int i = 0; i < shown.size(); i++) {
      if (!shown.get(i).equals(before.get(i))) {
        replace(getComponentAt(i), card(shown.get(i)));
      }
    }
  }

  private static List<Object> ids(List<ServerRow> rows) {
    return rows.stream().<Object>map(row -> row.server().id()).toList();
  }

  private ListItem card(ServerRow row) {
    var state = ServerState.of(row, isOperator);
    var address = row.server().ipv4();
    var card =
        new ListItem(
            line(name(row), new StatusLabel(state.tone(), state.word())),
            line(
                address == null ? quiet(NoAddress.words(row.server())) : address(address),
                quiet(what(row))),
            line(
                quiet(row.imageName()),
                Elapsed.since(row.server().createdAt(), live.now()).coarse()));
    card.addClassNames("sw-panel", "sw-card");
    var tenant = row.tenantName();
    if (tenant != null) {
      card.add(quiet(tenant));
    }
    var action = row.action();
    if (action != null) {
      card.add(doing(action));
    }
    return card;
  }

  private static Div line(Component first, Component last) {
    var line = new Div(first, last);
    line.addClassNames("sw-row", "between");
    return line;
  }

  private static Anchor name(ServerRow row) {
    var name = new Anchor(ServerNavigation.path(row.server().id()), row.server().name().value());
    name.addClassName("sw-cell-name");
    name.getElement().setAttribute("router-link", true);
    return name;
  }

  private static Component address(String address) {
    return new Copyable(address, text("copy.address"));
  }

  private static Span quiet(String words) {
    var quiet = new Span(words);
    quiet.addClassNames("sw-meta", "sw-ellipsis");
    return quiet;
  }

  private static String what(ServerRow row) {
    return text("servers.card.what", row.planName(), row.placeName());
  }

  private Anchor doing(Action action) {
    var words = new Span(ActionWords.doing(action, isOperator));
    words.addClassName("sw-ellipsis");
    var link = new Anchor(ActionNavigation.path(action.id()));
    link.add(new StatusGlyph(ActionWords.tone(action)), words);
    link.addClassName("sw-cell-action");
    link.getElement().setAttribute("router-link", true);
    return link;
  }
}
