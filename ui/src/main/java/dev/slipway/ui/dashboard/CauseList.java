package dev.slipway.ui.dashboard;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.slipway.ui.shell.part.Elapsed;
import dev.slipway.ui.shell.part.Seen;
import dev.slipway.ui.shell.part.StatusGlyph;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.action.AttentionGroup;
import java.time.Instant;
import java.util.List;

/// Open decisions by cause, each with the way to where it is decided.
final class CauseList extends UnorderedList {

  private final Seen seen = new Seen();

  CauseList() {
    addClassName("sw-story");
  }

  void show(List<AttentionGroup> causes, Instant now) {
    if (!seen.isNew(causes)) {
      return;
    }
    removeAll();
    causes.forEach(cause -> add(item(cause, now)));
    if (causes.isEmpty()) {
      add(Quiet.line("dashboard.decisions.none"));
    }
  }

  private static ListItem item(AttentionGroup cause, Instant now) {
    var title = new Anchor("attention?cause=" + cause.cause().code(), cause.cause().title());
    title.addClassName("sw-cell-name");
    title.getElement().setAttribute("router-link", true);
    var where = new Div(text("dashboard.cause", cause.count(), cause.provider()));
    where.addClassName("sw-meta");
    var words = new Div(new Div(title), where);
    words.addClassName("sw-grow");
    var ago = Elapsed.since(cause.oldestAt(), now).coarse();
    ago.addClassNames("sw-meta", "sw-nowrap");
    return new ListItem(new StatusGlyph(Tone.PARKED), words, ago);
  }
}
