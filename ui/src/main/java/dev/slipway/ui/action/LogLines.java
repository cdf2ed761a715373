package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import dev.slipway.ui.shell.part.Times;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.Attempt;
import dev.slipway.workflows.action.AttemptStatus;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.action.WaitKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Writes the log from attempts, parkings and decisions.
final class LogLines {
  private final ActionReading reading;
  private final boolean isOperator;
  private final List<LogLine> lines = new ArrayList<>();

  private LogLines(ActionReading reading, boolean isOperator) {
    this.reading = reading;
    this.isOperator = isOperator;
  }

  static List<LogLine> of(ActionReading reading, boolean isOperator) {
    var log = new LogLines(reading, isOperator);
    log.write(reading.action());
    log.lines.sort(Comparator.comparing(LogLine::at));
    return List.copyOf(log.lines);
  }

  private void write(Action action) {
    add(
        new LogLine(
            action.createdAt(),
            text("log.order"),
            text("log.accepted"),
            "",
            text("log.steps", action.steps().size())));
    action.steps().forEach(this::write);
    reading.decisions().forEach(this::write);
    reading.parkings().forEach(this::write);
    writePresent(action);
    writeEnd(action);
  }

  private void write(ActionStep step) {
    var tries =
        isOperator
            ? Repeats.none(step.attempts())
            : Repeats.of(step.attempts(), each -> detail(each, ""));
    tries.forEach(each -> write(step, each));
  }

  private void write(ActionStep step, Repeats tries) {
    var first = tries.first();
    boolean isUndo = first.phase() == Phase.UNDO;
    var begun = text(isUndo ? "log.undo" : first.number() > 1 ? "log.again" : "log.start");
    add(new LogLine(first.startedAt(), step.id(), begun, "", ""));
    var last = tries.last();
    var end = last.finishedAt();
    if (end != null) {
      var detail = detail(last, Times.span(Duration.between(last.startedAt(), end)));
      add(new LogLine(end, step.id(), word(last, isUndo), colour(last), said(tries, detail)));
    }
  }

  private static String said(Repeats tries, String detail) {
    if (tries.count() == 1) {
      return detail;
    }
    return detail.isEmpty()
        ? text("attempts.count", tries.count())
        : text("log.repeated", detail, tries.count());
  }

  private String word(Attempt attempt, boolean isUndo) {
    if (isUndo && attempt.status() == AttemptStatus.OK) {
      return text("log.undone");
    }
    boolean isFailed = attempt.status() == AttemptStatus.FAILED;
    return text("log." + attempt.status().code() + (isFailed && !isOperator ? ".tenant" : ""));
  }

  private String colour(Attempt attempt) {
    return switch (attempt.status()) {
      case OK -> "ok";
      case FAILED -> isOperator ? "failed" : "";
      case LOST, RUNNING -> "";
    };
  }

  private String detail(Attempt attempt, String span) {
    var message = attempt.message();
    if (attempt.status() == AttemptStatus.OK) {
      return span;
    }
    if (isOperator && message != null) {
      return attempt.code() + ": " + message;
    }
    if (attempt.status() == AttemptStatus.FAILED) {
      return "";
    }
    return text("attempts.words." + attempt.status().code() + (isOperator ? "" : ".tenant"));
  }

  private void write(ActionReading.Decision decision) {
    add(
        new LogLine(
            decision.at(),
            text("log.decision"),
            decision.command(),
            "sw-log-strong",
            decision.reason().isEmpty()
                ? decision.actor()
                : text("log.reason", decision.actor(), decision.reason())));
  }

  private void writePresent(Action action) {
    var waiting = action.waitingOn();
    if (waiting != null) {
      var about = ActionWords.present(action).map(ActionStep::id).orElse(text("log.order"));
      var why = isOperator ? waiting.text() : "";
      if (waiting.kind() == WaitKind.NOT_BEFORE) {
        why = ActionWords.waits(waiting, isOperator);
      }
      add(new LogLine(waiting.since(), about, text("log.waiting"), "waiting", why));
    }
  }

  private void write(Parking parking) {
    add(
        new LogLine(
            parking.since(),
            parking.step(),
            text(isOperator ? "log.parked" : "log.delayed"),
            "parked",
            isOperator ? reading.titleOf(parking) : text("log.delayed.team")));
  }

  private void writeEnd(Action action) {
    var end = action.finishedAt();
    if (end != null) {
      add(new LogLine(end, text("log.order"), text("log.end." + action.status().code()), "", ""));
    }
  }

  private void add(LogLine line) {
    lines.add(line);
  }
}
