package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.CopyButton;
import dev.slipway.ui.shell.part.Seen;
import dev.slipway.ui.shell.part.StatusBadge;
import dev.slipway.ui.shell.part.Symbol;
import dev.slipway.ui.shell.part.Times;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.step.CommandKind;
import java.time.Duration;

/// The action's name and state, who asked for it and when, and the way to take it back. Screen
/// readers hear it change.
final class ActionHead extends Div {
  private final boolean isOperator;
  private final H1 title = new H1();
  private final Span badge = new Span();
  private final Div meta = new Div();
  private final Seen worded = new Seen();
  private final Seen told = new Seen();
  private final CommandSender sender;
  private final Button abort;
  private boolean isHeldBack;

  ActionHead(CommandSender sender, boolean isOperator) {
    this.sender = sender;
    this.isOperator = isOperator;
    addClassNames("sw-page-head", "top");
    var line = new Div(title, badge);
    line.addClassNames("sw-row", "wrap", "sw-action-title");
    meta.addClassNames("sw-row", "wrap", "sw-meta", "sw-action-meta");
    var words = new Div(line, meta);
    words.addClassName("sw-grow");
    words.getElement().setAttribute("aria-live", "polite");
    abort =
        new Button(
            text(isOperator ? "command.abort.button" : "command.cancel.button"),
            new Symbol("x"),
            click -> askToAbort());
    abort.setId("abort");
    add(words, abort);
  }

  void show(ActionReading reading) {
    var action = reading.action();
    title.setText(reading.title());
    var tone = ActionWords.tone(action);
    var word = ActionWords.word(action, isOperator);
    if (worded.isNew(tone, word)) {
      badge.removeAll();
      badge.add(new StatusBadge(tone, word));
    }
    if (told.isNew(reading.tenant(), reading.requester(), when(action))) {
      tell(reading);
    }
    isHeldBack = reading.isAbortHeldBack();
    // where operators decide about a parking, its panel has the button
    boolean isHere = !isOperator || action.status() != ActionStatus.PARKED;
    abort.setVisible(isHere && (isHeldBack || reading.may(CommandKind.ABORT)));
  }

  private void askToAbort() {
    if (isHeldBack) {
      new ProtectedDialog(isOperator).open();
    } else {
      CommandDialog.abort(sender, isOperator).open();
    }
  }

  private void tell(ActionReading reading) {
    var action = reading.action();
    meta.removeAll();
    if (isOperator) {
      meta.add(new Span(reading.tenant()), dot());
    }
    meta.add(
        new Span(text("action.by", reading.requester())),
        dot(),
        new Span(when(action)),
        dot(),
        correlation(action));
  }

  private static Span dot() {
    var dot = new Span("·");
    dot.addClassName("sw-wide");
    return dot;
  }

  private static String when(Action action) {
    var start = Times.moment(action.createdAt());
    var end = action.finishedAt();
    return end == null
        ? start
        : text("action.ran", start, Times.span(Duration.between(action.createdAt(), end)));
  }

  private static Span correlation(Action action) {
    var id = new Span(action.correlationId());
    id.addClassNames("sw-mono", "sw-second");
    var box =
        new Span(
            new Span(text("failure.id")),
            id,
            new CopyButton(action.correlationId(), text("copy.id")));
    box.addClassNames("sw-row", "tight");
    return box;
  }
}
