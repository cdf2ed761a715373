package dev.slipway.ui.attention;

import static dev.slipway.ui.shell.part.Wording.text;

import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.Phase;

/// Where parked actions stopped, in words.
final class ActionRowWords {
  private ActionRowWords() {}

  static String step(Cause cause) {
    return cause.group().actions().stream()
        .findFirst()
        .map(ActionRowWords::label)
        .orElse(cause.group().step());
  }

  static String stoppedAt(Action action) {
    var parking = action.parking();
    long tries =
        action.steps().stream()
            .filter(step -> parking != null && step.id().equals(parking.step()))
            .mapToLong(step -> step.attempts().size())
            .sum();
    var key =
        parking != null && parking.phase() == Phase.UNDO ? "attention.undo" : "attention.stopped";
    return text(key, label(action), tries);
  }

  private static String label(Action action) {
    var parking = action.parking();
    return action.steps().stream()
        .filter(step -> parking != null && step.id().equals(parking.step()))
        .map(ActionStep::label)
        .findFirst()
        .orElse("");
  }
}
