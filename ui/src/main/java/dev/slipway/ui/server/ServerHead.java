package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.Copyable;
import dev.slipway.ui.shell.part.Elapsed;
import dev.slipway.ui.shell.part.Seen;
import dev.slipway.ui.shell.part.StatusBadge;
import dev.slipway.ui.shell.part.Symbol;
import dev.slipway.workflows.server.ServerStatus;

/// The server's name and state, where it is found, and what one may do with it. Screen readers hear
/// it change.
final class ServerHead extends Div {
  private final Span mark = new Span();
  private final H1 title = new H1();
  private final Span badges = new Span();
  private final Div meta = new Div();
  private final Seen seen = new Seen();
  private final Button edit;
  private final Button cancel;

  ServerHead(Runnable edited, Runnable cancelled) {
    addClassNames("sw-page-head", "top", "sw-server-head");
    mark.addClassNames("sw-os", "large");
    mark.getElement().setAttribute("aria-hidden", "true");
    badges.addClassName("sw-row");
    var line = new Div(title, badges);
    line.addClassNames("sw-row", "wrap", "sw-action-title");
    meta.addClassNames("sw-row", "wrap", "sw-meta", "sw-server-meta");
    var words = new Div(line, meta);
    words.addClassName("sw-grow");
    words.getElement().setAttribute("aria-live", "polite");
    edit = new Button(text("server.edit"), new Symbol("edit"), click -> edited.run());
    edit.setId("server-edit");
    cancel = new Button(text("server.cancel"), new Symbol("x"), click -> cancelled.run());
    cancel.setId("server-cancel");
    cancel.addClassName("sw-abort");
    var buttons = new Div(edit, cancel);
    buttons.addClassNames("sw-row", "wrap");
    add(mark, words, buttons);
  }

  /// @param mayManage whether the reader may change it
  void show(ServerReading reading, boolean mayManage) {
    var server = reading.server();
    mark.setText(ServerGrid.mark(reading.row().imageName()));
    title.setText(server.name().value());
    badges.removeAll();
    var state = ServerState.of(reading.row(), reading.isOperator());
    badges.add(new StatusBadge(state.tone(), state.word()));
    if (server.isProtected()) {
      var lock = new Span(new Symbol("lock"), new Span(text("server.protected")));
      lock.addClassNames("sw-badge", "off");
      badges.add(lock);
    }
    showMeta(reading);
    boolean isGone = server.status() == ServerStatus.DESTROYED;
    edit.setVisible(mayManage && !isGone);
    cancel.setVisible(
        mayManage
            && server.status().isUnfinished()
            && server.action() != null
            && !isUndone(reading));
  }

  private static boolean isUndone(ServerReading reading) {
    var holder = reading.work().lane().holder();
    return holder != null && holder.abortRequested();
  }

  private void showMeta(ServerReading reading) {
    var server = reading.server();
    var address = server.ipv4() == null ? server.ipv6() : server.ipv4();
    if (!seen.isNew(address, reading.order().parts())) {
      return;
    }
    meta.removeAll();
    if (address != null) {
      meta.add(new Copyable(address, text("copy.address")));
    }
    meta.add(
        fact("cpu", new Span(reading.order().parts().plan())),
        fact("pin", new Span(reading.order().parts().location())),
        fact("clock", Elapsed.since(server.createdAt(), reading.readAt()).coarse()));
  }

  private static Span fact(String icon, Component words) {
    var fact = new Span(new Symbol(icon), words);
    fact.addClassNames("sw-row", "tight");
    return fact;
  }
}
