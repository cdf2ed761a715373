package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.Copyable;
import dev.slipway.ui.shell.part.Elapsed;
import dev.slipway.ui.shell.part.Times;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.Attempt;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.action.StepStatus;
import dev.slipway.workflows.server.CreateServer;

/// The quiet second line of a step: what came of it, what it waits for, or why it did not work.
final class StepDetail {
  private StepDetail() {}

  static void show(Div line, ActionStep step, ActionReading reading) {
    line.removeAll();
    if (reading.isParkedAt(step)) {
      parked(line, step, reading);
    } else if (step.status() == StepStatus.WAITING) {
      waiting(line, reading);
    } else if (step.status() == StepStatus.RUNNING && step.nextRetryAt() != null) {
      line.add(new Span(text("step.retry-in") + " "));
      line.add(Elapsed.until(step.nextRetryAt(), reading.readAt()));
    } else if (step.status() == StepStatus.SKIPPED && reading.isOperator()) {
      line.setText(text("step.skipped.by-operator"));
    } else if (step.status().isDone()) {
      done(line, step, reading);
    } else if (step.status() == StepStatus.RESIDUAL && reading.isOperator()) {
      line.setText(step.undoError() == null ? "" : step.undoError());
    }
    line.setVisible(line.getChildren().findAny().isPresent() || !line.getText().isEmpty());
  }

  private static void parked(Div line, ActionStep step, ActionReading reading) {
    if (reading.isOperator()) {
      return; // the repair panel below says it
    }
    boolean isUndo = reading.action().phase() == Phase.UNDO;
    var kept = text(isUndo ? "step.delayed.kept.undo" : "step.delayed.kept");
    long tries = step.attempts().stream().filter(attempt -> attempt.code() != null).count();
    line.setText(
        step.attempts().isEmpty()
            ? text("step.delayed.detail", kept)
            : text(
                "step.delayed.tried",
                tries,
                Times.clock(step.attempts().getLast().startedAt()),
                kept));
  }

  private static void waiting(Div line, ActionReading reading) {
    var waiting = reading.action().waitingOn();
    if (waiting == null) {
      return;
    }
    line.add(new Span(ActionWords.waits(waiting, reading.isOperator())));
    var until = waiting.until();
    if (until != null) {
      line.add(new Span(" " + text("step.look-in") + " "));
      line.add(Elapsed.until(until, reading.readAt()));
    }
  }

  private static void done(Div line, ActionStep step, ActionReading reading) {
    var address = reading.server().ipv4();
    boolean isAddress = step.id().equals(CreateServer.ALLOCATE_ADDRESSES.id());
    if (isAddress && address != null) {
      line.add(new Copyable(address, text("copy.address")));
    } else if (reading.isOperator() && step.externalId() != null) {
      line.add(external(step.externalId()));
    }
  }

  private static Component external(String id) {
    return new Copyable(id, text("copy.external"));
  }

  /// Whether an attempt is worth a line of its own.
  static boolean isNotable(Attempt attempt) {
    return switch (attempt.status()) {
      case FAILED, LOST -> true;
      case RUNNING, OK -> false;
    };
  }
}
