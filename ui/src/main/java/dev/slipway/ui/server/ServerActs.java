package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParameters;
import dev.slipway.ui.shell.palette.PaletteItem;
import dev.slipway.ui.shell.palette.PaletteItem.Deed;
import dev.slipway.ui.shell.palette.PaletteItem.Group;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody may do with a server in the palette.
final class ServerActs {
  private ServerActs() {}

  /// For whoever sees it: its addresses, to take along.
  static List<PaletteItem> copies(Server server) {
    return Stream.of(
            copy("palette.copy.ipv4", server, server.ipv4()),
            copy("palette.copy.ipv6", server, server.ipv6()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<PaletteItem> copy(String key, Server server, @Nullable String address) {
    return Optional.ofNullable(address)
        .map(known -> PaletteItem.copying(known, text(key, server.name())));
  }

  /// For whoever manages it. Each asks first, on the page of the server.
  static List<PaletteItem> changes(Server server) {
    var acts = new ArrayList<PaletteItem>();
    if (server.status() != ServerStatus.DESTROYED) {
      var label = text("palette.edit", server.name());
      acts.add(act(server, "edit", label, text("palette.edit.what"), ServerView::edit));
    }
    if (server.status().isUnfinished() && server.action() != null) {
      var label = text("palette.cancel", server.name());
      var hint = text(server.isProtected() ? "palette.cancel.protected" : "palette.cancel.what");
      acts.add(act(server, "x", label, hint, ServerView::cancel));
    }
    return acts;
  }

  private static PaletteItem act(
      Server server, String icon, String label, String hint, Consumer<ServerView> opened) {
    var page = new RouteParameters("id", server.id().value());
    return new PaletteItem(
        Group.ACT,
        icon,
        label,
        hint,
        new Deed.Run(() -> UI.getCurrent().navigate(ServerView.class, page).ifPresent(opened)));
  }
}
