package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.action.ActionNavigation;
import dev.slipway.ui.action.ActionWords;
import dev.slipway.ui.shell.part.Block;
import dev.slipway.ui.shell.part.Meter;
import dev.slipway.ui.shell.part.Seen;
import dev.slipway.ui.shell.part.StatusGlyph;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionStatus;

/// What is at work on the server, and what waits behind it: one at a time.
final class LaneBlock extends Div {
  private final OrderedList line = new OrderedList();
  private final Seen seen = new Seen();

  LaneBlock() {
    line.addClassName("sw-story");
    line.getElement().setAttribute("aria-live", "polite");
    add(Block.titled(text("server.queue"), line).withEnd(new Span(text("server.queue.one"))));
  }

  void show(ServerReading reading) {
    if (!seen.isNew(reading.work().lane())) {
      return;
    }
    line.removeAll();
    var lane = reading.work().lane();
    var holder = lane.holder();
    if (holder != null) {
      line.add(item(holder, ActionWords.doing(holder, reading.isOperator()), reading));
    }
    int position = 1;
    for (Action waiting : lane.waiting()) {
      line.add(item(waiting, text("action.waits.lane", position), reading));
      position++;
    }
    if (holder == null) {
      var none = new ListItem(text("server.queue.none"));
      none.addClassName("sw-quiet");
      line.add(none);
    }
  }

  private static ListItem item(Action action, String doing, ServerReading reading) {
    var title =
        new Anchor(
            ActionNavigation.path(action.id()),
            text("server.queue.title", action.type().verb(), reading.server().name()));
    title.addClassName("sw-cell-name");
    title.getElement().setAttribute("router-link", true);
    var how = new Div(doing);
    how.addClassName("sw-meta");
    var words = new Div(new Div(title), how);
    words.addClassName("sw-grow");
    if (action.status() == ActionStatus.RUNNING) {
      words.add(new Meter(action.progress()));
    }
    return new ListItem(new StatusGlyph(ActionWords.tone(action)), words);
  }
}
