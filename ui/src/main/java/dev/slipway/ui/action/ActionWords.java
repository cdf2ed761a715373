package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import dev.slipway.ui.shell.part.Times;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.action.StepStatus;
import dev.slipway.workflows.action.WaitKind;
import dev.slipway.workflows.action.WaitingOn;
import dev.slipway.workflows.provider.FailureClass;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Where an action stands, in the words of who reads them: a tenant never reads a provider's name,
/// an external id, a raw error or *parked*.
public final class ActionWords {
  private static final Set<StepStatus> AT_WORK =
      EnumSet.of(StepStatus.RUNNING, StepStatus.WAITING, StepStatus.PARKED, StepStatus.UNDOING);

  private static final String ADOPTING = "create-machine";

  private ActionWords() {}

  /// How it looks.
  public static Tone tone(Action action) {
    return switch (action.status()) {
      case QUEUED -> Tone.PENDING;
      case RUNNING -> Tone.BUSY;
      case WAITING -> Tone.WAITING;
      case PARKED -> Tone.PARKED;
      case SUCCEEDED -> Tone.DONE;
      case ABORTED -> action.residual().isEmpty() ? Tone.UNDONE : Tone.FAILED;
      case FAILED -> Tone.FAILED;
    };
  }

  /// The word of its state.
  public static String word(Action action, boolean isOperator) {
    var parking = action.parking();
    if (isOperator && action.status() == ActionStatus.PARKED && parking != null) {
      return text("action.state.attention", Times.clock(parking.since()));
    }
    if (isOperator && action.status() == ActionStatus.ABORTED && !action.residual().isEmpty()) {
      return text("action.state.residual", action.residual().size());
    }
    if (action.status() == ActionStatus.RUNNING && action.phase() == Phase.UNDO) {
      return text("action.state.undoing");
    }
    return text("action.state." + action.status().code() + reader(isOperator));
  }

  /// What it does at present, in a few words.
  public static String doing(Action action, boolean isOperator) {
    var waiting = action.waitingOn();
    return switch (action.status()) {
      case QUEUED, WAITING ->
          waiting == null ? word(action, isOperator) : waits(waiting, isOperator);
      case RUNNING -> running(action);
      case PARKED ->
          isOperator
              ? present(action).map(ActionStep::label).orElse(word(action, true))
              : text("action.doing.delayed");
      case SUCCEEDED, ABORTED, FAILED -> word(action, isOperator);
    };
  }

  /// What stands beside its state in a list: how it goes or went, and nothing where that would be
  /// the word of its state once more.
  public static String beside(Action action, boolean isOperator) {
    var words = summary(action, isOperator);
    return words.equals(word(action, isOperator)) ? "" : words;
  }

  /// How it goes, or how it went, in one sentence.
  public static String summary(Action action, boolean isOperator) {
    var end = action.finishedAt();
    if (end == null) {
      return doing(action, isOperator);
    }
    var took = Times.span(Duration.between(action.createdAt(), end));
    return switch (action.status()) {
      case SUCCEEDED -> text("action.summary.done", took);
      case ABORTED ->
          text(
              isOperator && !action.residual().isEmpty()
                  ? "action.summary.residual"
                  : "action.summary.aborted",
              action.residual().size());
      case QUEUED, RUNNING, WAITING, PARKED, FAILED -> text("action.summary.failed");
    };
  }

  /// What it waits for, as a sentence.
  public static String waits(WaitingOn waiting, boolean isOperator) {
    var position = waiting.position();
    if (position != null) {
      return text("action.waits.lane", position);
    }
    var start = waiting.until();
    if (waiting.kind() == WaitKind.NOT_BEFORE && start != null) {
      return text("action.waits.start", Times.minute(start));
    }
    return isOperator ? operatorText(waiting) : waiting.kind().tenantText();
  }

  /// What a provider or the database answered stands with the attempts; here it says what is waited
  /// for.
  private static String operatorText(WaitingOn waiting) {
    return switch (waiting.kind()) {
      case RATE_LIMITED, LOCKED, PROVIDER_DOWN, DATABASE -> waiting.kind().operatorText() + ".";
      case ENGINE, LANE, NOT_BEFORE, UNDO_WINDOW, MAINTENANCE -> waiting.text();
    };
  }

  private static String running(Action action) {
    if (action.phase() == Phase.UNDO) {
      return text("action.doing.undo");
    }
    return present(action)
        .map(step -> text("action.doing.step", step.label(), action.progress()))
        .orElse(text("action.doing.start"));
  }

  /// The step that is at work, or parked.
  public static Optional<ActionStep> present(Action action) {
    Parking parking = action.parking();
    if (parking != null) {
      return action.steps().stream().filter(step -> step.id().equals(parking.step())).findFirst();
    }
    return action.steps().stream().filter(step -> AT_WORK.contains(step.status())).findFirst();
  }

  /// Whether it is parked because nothing at the provider has the id that an operator named: a slip
  /// of one hand, that no other action shares.
  static boolean isOfWrongId(Action action) {
    var parking = action.parking();
    var error = action.error();
    return parking != null
        && error != null
        && parking.cause() == ParkCause.CONFLICT
        && parking.step().equals(ADOPTING)
        && error.step().equals(ADOPTING)
        && error.code().equals(FailureClass.NOT_FOUND.code());
  }

  private static String reader(boolean isOperator) {
    return isOperator ? "" : ".tenant";
  }
}
