package dev.slipway.ui.dashboard;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.slipway.ui.server.ServerNavigation;
import dev.slipway.ui.server.ServerState;
import dev.slipway.ui.shell.part.Amounts;
import dev.slipway.ui.shell.part.Elapsed;
import dev.slipway.ui.shell.part.StatusGlyph;
import java.time.Instant;
import java.util.List;

/// The newest servers, each with the way to its page.
final class NewestServers extends UnorderedList {
  private final boolean isOperator;
  private List<NewServer> shown = List.of();

  NewestServers(boolean isOperator) {
    this.isOperator = isOperator;
    addClassName("sw-story");
    add(Quiet.line("servers.none.title"));
  }

  void show(List<NewServer> servers, Instant now) {
    if (servers.equals(shown)) {
      return;
    }
    shown = List.copyOf(servers);
    removeAll();
    servers.forEach(server -> add(item(server, now)));
    if (servers.isEmpty()) {
      add(Quiet.line("servers.none.title"));
    }
  }

  private ListItem item(NewServer shown, Instant now) {
    var server = shown.server();
    var state = ServerState.of(server, isOperator);
    var name = new Anchor(ServerNavigation.path(server.id()), server.name().value());
    name.addClassName("sw-cell-name");
    name.getElement().setAttribute("router-link", true);
    var word = new Span(state.word());
    word.addClassName("sw-second");
    var title = new Div(name, word);
    title.addClassNames("sw-row");
    var words = new Div(title, about(shown));
    words.addClassName("sw-grow");
    var ago = Elapsed.since(server.createdAt(), now).coarse();
    ago.addClassNames("sw-meta", "sw-nowrap");
    return new ListItem(new StatusGlyph(state.tone()), words, ago);
  }

  private static Div about(NewServer shown) {
    var server = shown.server();
    var size = Amounts.size(shown.plan(), server.size());
    var address = server.ipv4();
    var about = new Div(address == null ? size : text("dashboard.server", size, address));
    about.addClassName("sw-meta");
    return about;
  }
}
