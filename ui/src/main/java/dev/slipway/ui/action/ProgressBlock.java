package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.Elapsed;
import dev.slipway.ui.shell.part.Times;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.action.StepStatus;
import dev.slipway.workflows.action.WaitKind;
import dev.slipway.workflows.action.WaitingOn;
import java.time.Duration;

/// How far it is, as a number, in words, and as a bar whose parts are as long as they usually take.
final class ProgressBlock extends Section {
  private final Span figure = new Span();
  private final Span doing = new Span();
  private final Span times = new Span();
  private final WeightedBar bar = new WeightedBar();
  private int highest;

  ProgressBlock() {
    addClassNames("sw-panel", "sw-progress");
    figure.addClassName("sw-figure");
    doing.addClassName("sw-second");
    times.addClassName("sw-second");
    var left = new Div(figure, doing);
    left.addClassName("sw-row");
    var line = new Div(left, times);
    line.addClassNames("sw-row", "between", "wrap");
    add(line, bar);
  }

  void show(ActionReading reading) {
    var action = reading.action();
    highest = Math.max(highest, action.progress());
    figure.setText(figure(action));
    var words = doing(reading);
    doing.setText(words);
    times.removeAll();
    showTimes(reading);
    bar.show(action, highest, words);
  }

  private String figure(Action action) {
    if (action.phase() == Phase.UNDO || action.status() == ActionStatus.ABORTED) {
      long begun = begun(action);
      return begun == 0
          ? text("action.undone.nothing")
          : text("action.undone", count(action, StepStatus.UNDONE), begun);
    }
    return text("percent", highest);
  }

  private static long begun(Action action) {
    return action.steps().stream()
        .filter(step -> step.undoStatus() != null || step.status() == StepStatus.UNDONE)
        .count();
  }

  private static long count(Action action, StepStatus status) {
    return action.steps().stream().filter(step -> step.status() == status).count();
  }

  private static String doing(ActionReading reading) {
    var action = reading.action();
    var present = ActionWords.present(action);
    if (action.status() == ActionStatus.PARKED && reading.isOperator()) {
      return present.map(step -> parkedAt(action, step)).orElse("");
    }
    if (action.status().isFinal() || present.isEmpty()) {
      return ActionWords.word(action, reading.isOperator());
    }
    return present.get().label();
  }

  private static String parkedAt(Action action, ActionStep step) {
    return text("action.parked-at", step.position() + 1, action.steps().size(), step.label());
  }

  private void showTimes(ActionReading reading) {
    var action = reading.action();
    var parking = action.parking();
    var waiting = action.waitingOn();
    if (action.status().isFinal()) {
      times.setText(ending(action));
    } else if (parking != null) {
      times.add(new Span(text(reading.isOperator() ? "action.parked" : "action.delayed") + " "));
      times.add(Elapsed.since(parking.since(), reading.readAt()).coarse());
    } else if (waiting != null) {
      showWait(waiting, reading);
    } else if (action.phase() == Phase.UNDO) {
      times.setText(text("action.taking-back"));
    } else {
      showEta(reading);
    }
  }

  /// A step that waits says itself what for; before the first step, nothing else does.
  private void showWait(WaitingOn waiting, ActionReading reading) {
    if (waiting.kind() == WaitKind.NOT_BEFORE) {
      times.setText(ActionWords.waits(waiting, reading.isOperator()));
      return;
    }
    boolean isSaidBelow = ActionWords.present(reading.action()).isPresent();
    var words =
        isSaidBelow ? text("action.waiting") : ActionWords.waits(waiting, reading.isOperator());
    times.add(new Span(words + " "), Elapsed.since(waiting.since(), reading.readAt()));
  }

  private void showEta(ActionReading reading) {
    var action = reading.action();
    var range = new Span(Times.rangeInWords(action.eta(reading.readAt())));
    range.addClassName("sw-strong");
    var started = action.startedAt();
    times.add(new Span(text("action.ready-in") + " "), range);
    if (started != null) {
      times.add(new Span(text("action.running-for") + " "));
      times.add(Elapsed.since(started, reading.readAt()));
    }
  }

  private static String ending(Action action) {
    var end = action.finishedAt();
    var span = end == null ? Duration.ZERO : Duration.between(action.createdAt(), end);
    return switch (action.status()) {
      case SUCCEEDED -> text("action.end.succeeded", Times.span(span));
      case ABORTED -> text("action.end.aborted");
      case QUEUED, RUNNING, WAITING, PARKED, FAILED -> text("action.end.failed");
    };
  }
}
