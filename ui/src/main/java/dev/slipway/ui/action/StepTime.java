package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.Elapsed;
import dev.slipway.ui.shell.part.Times;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.action.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How long a step took, takes, or usually takes.
final class StepTime extends Span {

  StepTime() {
    addClassName("sw-step-time");
  }

  void show(ActionStep step, ActionReading reading) {
    removeAll();
    if (reading.isParkedAt(step)) {
      showParked(Objects.requireNonNull(reading.action().parking()), reading);
      return;
    }
    switch (step.status()) {
      case PENDING -> setText(pending(step, reading));
      case RUNNING -> showRunning(step, reading);
      case WAITING -> showWaiting(reading);
      case DONE -> setText(took(step));
      case SKIPPED -> setText(text("step.skipped"));
      case UNDOING -> setText(text("step.undoing"));
      case UNDONE -> setText(text("step.undone"));
      case RESIDUAL -> setText(text("step.residual"));
      case PARKED, FAILED -> setText(text("step.failed"));
    }
  }

  private static String pending(ActionStep step, ActionReading reading) {
    boolean isNeverBegun =
        reading.action().phase() == Phase.UNDO || reading.action().status().isFinal();
    return isNeverBegun ? text("step.never") : Times.range(step.estimate());
  }

  private void showParked(Parking parking, ActionReading reading) {
    var key =
        reading.isOperator()
            ? (parking.phase() == Phase.UNDO ? "step.parked.undo" : "step.parked")
            : "step.delayed";
    add(new Span(text(key) + " "), Elapsed.since(parking.since(), reading.readAt()).coarse());
  }

  private void showRunning(ActionStep step, ActionReading reading) {
    var started = step.startedAt();
    if (started == null) {
      setText(Times.range(step.estimate()));
      return;
    }
    var usual = new Span(" " + text("step.of", Times.range(step.estimate())));
    usual.addClassName("sw-quiet");
    add(Elapsed.since(started, reading.readAt()), usual);
  }

  private void showWaiting(ActionReading reading) {
    var waiting = reading.action().waitingOn();
    add(new Span(text("step.waiting") + " "));
    if (waiting != null) {
      add(Elapsed.since(waiting.since(), reading.readAt()));
    }
  }

  private static String took(ActionStep step) {
    @Nullable Instant started = step.startedAt();
    @Nullable Instant finished = step.finishedAt();
    return started == null || finished == null
        ? ""
        : Times.span(Duration.between(started, finished));
  }
}
