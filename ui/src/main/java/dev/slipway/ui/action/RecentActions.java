package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.slipway.ui.shell.part.Elapsed;
import dev.slipway.ui.shell.part.Meter;
import dev.slipway.ui.shell.part.StatusGlyph;
import dev.slipway.workflows.action.ActionStatus;
import java.time.Instant;
import java.util.List;

/// Actions as a story, the newest first: what, how it went, how long ago.
public final class RecentActions extends UnorderedList {
  private final boolean isOperator;
  private final String none;
  private List<ActionRow> shown = List.of();

  /// @param isOperator whose words it speaks
  /// @param none the key of what stands here while there is nothing
  public RecentActions(boolean isOperator, String none) {
    this.isOperator = isOperator;
    this.none = none;
    addClassName("sw-story");
    add(nothing());
  }

  private ListItem nothing() {
    var line = new ListItem(text(none));
    line.addClassName("sw-quiet");
    return line;
  }

  /// Shows other actions, or the same ones changed.
  ///
  /// @param now the server's clock
  public void show(List<ActionRow> rows, Instant now) {
    if (rows.equals(shown)) {
      return;
    }
    shown = List.copyOf(rows);
    removeAll();
    rows.forEach(row -> add(item(row, now)));
    if (rows.isEmpty()) {
      add(nothing());
    }
  }

  private ListItem item(ActionRow row, Instant now) {
    var action = row.action();
    var title = new Anchor(ActionNavigation.path(action.id()), row.title());
    title.addClassName("sw-cell-name");
    title.getElement().setAttribute("router-link", true);
    var words = new Div(new Div(title), how(row));
    words.addClassName("sw-grow");
    if (action.status() == ActionStatus.RUNNING) {
      words.add(new Meter(action.progress()));
    }
    var ago = Elapsed.since(action.createdAt(), now).coarse();
    ago.addClassNames("sw-meta", "sw-nowrap");
    return new ListItem(new StatusGlyph(ActionWords.tone(action)), words, ago);
  }

  private Div how(ActionRow row) {
    var summary = ActionWords.summary(row.action(), isOperator);
    var how =
        isOperator
            ? new Div(new Span(goingOn(summary)), new Span(text("actions.of", row.tenant())))
            : new Div(new Span(summary));
    how.addClassName("sw-meta");
    return how;
  }

  /// A sentence after which there is more.
  static String goingOn(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
