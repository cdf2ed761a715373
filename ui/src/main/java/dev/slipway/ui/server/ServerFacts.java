package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.Block;
import dev.slipway.ui.shell.part.Copyable;
import dev.slipway.ui.shell.part.Facts;
import dev.slipway.ui.shell.part.Seen;
import dev.slipway.ui.shell.part.Times;
import dev.slipway.workflows.server.Server;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a server is and was ordered with; for operators also where it stands at its provider.
final class ServerFacts extends Div {

  private final Seen seen = new Seen();

  ServerFacts() {
    addClassName("sw-col");
  }

  void show(ServerReading reading) {
    var server = reading.server();
    if (!seen.isNew(
        server.ipv4(),
        server.ipv6(),
        server.status(),
        server.labels(),
        reading.order(),
        reading.atProvider())) {
      return;
    }
    removeAll();
    add(Block.titled(text("server.facts"), Block.body(facts(reading)), Block.foot(utc())));
    reading
        .atProvider()
        .ifPresent(at -> add(Block.titled(text("server.provider"), Block.body(provider(at)))));
  }

  private static Span utc() {
    return new Span(text("login.foot"));
  }

  private static Facts facts(ServerReading reading) {
    var server = reading.server();
    var order = reading.order();
    var facts =
        new Facts()
            .with(text("server.ipv4"), address(server.ipv4(), server))
            .with(text("server.ipv6"), address(server.ipv6(), server))
            .with(text("server.networks"), words(order.networks(), "server.networks.none"))
            .with(text("server.keys"), words(order.keys(), "server.keys.none"))
            .with(text("facts.image"), order.parts().image())
            .with(text("facts.place"), order.parts().location());
    var traffic = order.parts().traffic();
    if (!traffic.isEmpty()) {
      facts.with(text("server.traffic"), text("server.traffic.monthly", traffic));
    }
    return facts
        .with(text("server.labels"), labels(server))
        .with(text("server.created"), Times.moment(server.createdAt()))
        .with(text("server.id"), new Copyable(server.id().value(), text("copy.id")));
  }

  private static Component address(@Nullable String address, Server server) {
    return address == null
        ? quiet(NoAddress.words(server))
        : new Copyable(address, text("copy.address"));
  }

  private static Component words(List<String> words, String none) {
    return words.isEmpty() ? quiet(text(none)) : new Span(String.join(", ", words));
  }

  private static Component labels(Server server) {
    if (server.labels().isEmpty()) {
      return quiet(text("server.labels.none"));
    }
    var tags = new Div();
    tags.addClassNames("sw-row", "wrap", "tight");
    LabelLines.list(server.labels())
        .forEach(label -> {
          var tag = new Span(label);
          tag.addClassNames("sw-tag", "sw-ellipsis");
          tag.setTitle(label);
          tags.add(tag);
        });
    return tags;
  }

  private static Facts provider(AtProvider at) {
    var facts =
        new Facts()
            .with(text("server.tenant"), at.tenant())
            .with(text("server.provider.name"), at.provider());
    if (at.made().isEmpty()) {
      facts.with(text("server.provider.made"), quiet(text("server.provider.nothing")));
    }
    at.made()
        .forEach(made ->
            facts.with(made.step(), new Copyable(made.externalId(), text("copy.external"))));
    return facts;
  }

  private static Span quiet(String words) {
    var quiet = new Span(words);
    quiet.addClassName("sw-quiet");
    return quiet;
  }
}
