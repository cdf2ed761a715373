package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.action.RecentActions;
import dev.slipway.ui.shell.Page;
import dev.slipway.ui.shell.part.Block;

/// The parts of a server's page, in the order they are seen.
final class ServerPanels {
  private final ServerHead head;
  private final ServerNote note = new ServerNote();
  private final ServerFigures figures = new ServerFigures();
  private final RecentActions history;
  private final Span all = new Span();
  private final LaneBlock lane = new LaneBlock();
  private final ServerFacts facts = new ServerFacts();

  ServerPanels(boolean isOperator, Runnable edit, Runnable cancel) {
    head = new ServerHead(edit, cancel);
    history = new RecentActions(isOperator, "server.history.none");
  }

  void addTo(Page page) {
    var left = new Div(figures, Block.titled(text("server.history"), history).withEnd(all));
    left.addClassName("sw-col");
    var right = new Div(lane, facts);
    right.addClassName("sw-col");
    var columns = new Div(left, right);
    columns.addClassName("sw-cols");
    page.add(head, note, columns);
  }

  void show(ServerReading reading, boolean mayManage) {
    head.show(reading, mayManage);
    note.show(reading);
    figures.show(reading);
    history.show(reading.work().ended(), reading.readAt());
    all.removeAll();
    if (reading.work().hasMore()) {
      all.add(ServerView.allActions(reading.server().id()));
    }
    lane.show(reading);
    facts.show(reading);
  }
}
