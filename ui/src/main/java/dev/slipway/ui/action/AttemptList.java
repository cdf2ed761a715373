package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import dev.slipway.api.action.TenantWords;
import dev.slipway.ui.shell.part.StatusLabel;
import dev.slipway.ui.shell.part.Times;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.Attempt;
import dev.slipway.workflows.action.Phase;
import java.util.List;
import java.util.Locale;

/// The tries of a step, shown where there was more than one or one that failed.
final class AttemptList extends NativeDetails {
  private static final int MOST = 20;

  private final boolean isOperator;
  private final Span summary = new Span();
  private final Div rows = new Div();
  private List<Attempt> shown = List.of();

  AttemptList(boolean isOperator) {
    this.isOperator = isOperator;
    addClassName("sw-attempts");
    setSummary(summary);
    setContent(rows);
    setOpen(true);
    setVisible(false);
  }

  void show(ActionStep step) {
    var attempts = step.attempts();
    if (attempts.equals(shown)) {
      return;
    }
    shown = attempts;
    setVisible(attempts.size() > 1 || attempts.stream().anyMatch(StepDetail::isNotable));
    summary.setText(text("attempts.count", attempts.size()));
    rows.removeAll();
    if (isOperator) {
      showEach(attempts);
    } else {
      showRepeats(Repeats.of(attempts, this::words));
    }
    while (rows.getComponentCount() > MOST) {
      rows.remove(rows.getComponentAt(0));
    }
  }

  private void showEach(List<Attempt> attempts) {
    String before = "";
    int undos = 0;
    for (Attempt attempt : attempts) {
      undos += attempt.phase() == Phase.UNDO ? 1 : 0;
      boolean isSame = words(attempt).equals(before) && attempt.message() != null;
      rows.add(
          row(attempt, number(attempt, undos), isSame ? text("attempts.same") : words(attempt)));
      before = words(attempt);
    }
  }

  private void showRepeats(List<Repeats> repeats) {
    int undos = 0;
    for (Repeats tries : repeats) {
      Attempt first = tries.first();
      undos += first.phase() == Phase.UNDO ? tries.count() : 0;
      var number =
          tries.count() == 1 ? number(first, undos) : text("attempts.count", tries.count());
      rows.add(row(first, number, words(first)));
    }
  }

  private static String number(Attempt attempt, int undos) {
    return attempt.phase() == Phase.UNDO
        ? text("attempts.undo", undos)
        : text("attempts.number", attempt.number());
  }

  private Div row(Attempt attempt, String number, String said) {
    var at = new Span(Times.clockSeconds(attempt.startedAt()));
    at.addClassName("sw-mono");
    var words = new Span(said);
    words.addClassName("sw-attempt-words");
    words.setClassName("sw-mono", isOperator && attempt.message() != null);
    var row = new Div(at, new Span(number), words, state(attempt));
    row.addClassName("sw-attempt");
    return row;
  }

  private String words(Attempt attempt) {
    var message = attempt.message();
    if (isOperator && message != null) {
      return message;
    }
    var code = attempt.code();
    if (!isOperator && code != null) {
      return TenantWords.failure(code);
    }
    return text("attempts.words." + attempt.status().code() + (isOperator ? "" : ".tenant"));
  }

  private StatusLabel state(Attempt attempt) {
    return switch (attempt.status()) {
      case RUNNING -> new StatusLabel(Tone.BUSY, text("attempts.running"));
      case OK -> new StatusLabel(Tone.OK, text("attempts.ok"));
      case LOST -> new StatusLabel(Tone.UNKNOWN, text("attempts.lost"));
      case FAILED ->
          isOperator
              ? new StatusLabel(Tone.FAILED, failure(attempt))
              : new StatusLabel(Tone.UNKNOWN, text("attempts.again"));
    };
  }

  private static String failure(Attempt attempt) {
    var code = attempt.code();
    if (code == null) {
      return text("attempts.failed");
    }
    var words = code.replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
