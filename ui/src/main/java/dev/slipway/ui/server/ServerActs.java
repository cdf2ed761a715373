package dev.slipway.ui.server;

import static dev.slipway.ui.shell.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParameters;
import dev.slipway.ui.shell.PaletteItem;
import dev.slipway.ui.shell.PaletteItem.Group;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What somebody who manages servers may do with one, in the palette. Each asks first, on the page
/// of the server.
final class ServerActs {
  private ServerActs() {}

  static List<PaletteItem> of(Server server) {
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
        () -> UI.getCurrent().navigate(ServerView.class, page).ifPresent(opened));
  }
}
