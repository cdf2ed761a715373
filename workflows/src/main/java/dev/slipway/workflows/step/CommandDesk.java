package dev.slipway.workflows.step;

import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where commands arrive: checks each against the present parking, and hands the one that was
/// accepted to the step that waits for it.
final class CommandDesk {

  private final String action;
  private final @Nullable Parked left;
  private int parkings;
  private @Nullable Parked parked;
  private @Nullable Accepted accepted;
  private @Nullable Accepted abort;
  private Phase phase;
  private boolean isOver;

  /// A step that waits for a person.
  record Parked(
      int number, Step<?, ?, ?> step, Phase phase, ParkCause cause, String message, Instant since) {

    /// The parking an earlier run left without a decision, null where it left none.
    static @Nullable Parked left(Plan<?> plan, Resume resume) {
      Resume.ParkedMemory memory = resume.parking();
      return memory == null
          ? null
          : new Parked(
              resume.parkings(),
              step(plan, memory.step()),
              memory.phase(),
              memory.cause(),
              memory.message(),
              memory.since());
    }

    private static Step<?, ?, ?> step(Plan<?> plan, String id) {
      return Stream.<Step<?, ?, ?>>concat(
              plan.steps().stream(), Stream.of(CloseAction.CLOSE_ACTION))
          .filter(step -> step.id().equals(id))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("the plan has no step " + id));
    }
  }

  /// A command that passed its check.
  ///
  /// @param parking the parking it answers, 0 for an abort of running work
  record Accepted(CommandKind kind, StepCommand command, int parking, Instant at) {}

  /// What an earlier run left parked is open at once, so that no command comes too early for it.
  CommandDesk(String action, Resume resume, Plan<?> plan) {
    this.action = action;
    this.left = Parked.left(plan, resume);
    this.parked = left;
    this.parkings = resume.parkings();
    this.phase = resume.phase();
  }

  int parkings() {
    return parkings;
  }

  /// The parking this run began with, null when it began with none.
  @Nullable Parked left() {
    return left;
  }

  /// Whether the plan is to be left; it is left already while everything is being undone.
  boolean isAbortAsked() {
    return abort != null && phase == Phase.FORWARD;
  }

  @Nullable Accepted abort() {
    return abort;
  }

  /// Abort as a cancellation from outside asks for it.
  Accepted abortFromOutside() {
    StepCommand command =
        new StepCommand(action, null, null, null, null, "The workflow was cancelled", null);
    Accepted asked = new Accepted(CommandKind.ABORT, command, 0, now());
    abort = asked;
    return asked;
  }

  void unwinding() {
    phase = Phase.UNDO;
  }

  void over() {
    isOver = true;
  }

  /// Opens a parking.
  Parked open(Step<?, ?, ?> step, Phase at, ParkCause cause, String message) {
    parkings++;
    accepted = null;
    Parked opened = new Parked(parkings, step, at, cause, message, now());
    parked = opened;
    return opened;
  }

  /// Waits for the decision about the open parking.
  Accepted decision() {
    try {
      Workflow.await(() -> accepted != null || isAbortAsked());
    } finally {
      parked = null;
    }
    Accepted decision = accepted != null ? accepted : abort;
    if (decision == null) {
      throw new IllegalStateException("a parking ended without a decision");
    }
    return decision;
  }

  /// @throws CommandRefusedException when the command does not fit
  void check(CommandKind kind, @Nullable StepCommand command) {
    refuseUnless(!isOver, "the action has ended");
    if (command == null) {
      throw new CommandRefusedException("it needs one JSON argument, such as {\"parking\": 1}");
    }
    refuseUnless(
        command.action() == null || command.action().equals(action), "it names another action");
    refuseUnless(
        !kind.needsReason() || (command.reason() != null && !command.reason().isBlank()),
        "it needs a reason");
    refuseBefore(command.parking());
    if (kind == CommandKind.ABORT) {
      checkAbort(command);
    } else {
      checkParked(kind, command);
    }
  }

  /// The row shows a parking as soon as the worker has decided on it, this desk a moment later.
  private void refuseBefore(@Nullable Integer parking) {
    if (parking != null && parking > parkings) {
      throw new CommandTooEarlyException(parking);
    }
  }

  private void checkAbort(StepCommand command) {
    refuseUnless(phase == Phase.FORWARD && abort == null, "the action is being undone already");
    Parked present = parked;
    refuseUnless(
        command.parking() == null || (present != null && present.number == command.parking()),
        "parking " + command.parking() + " is not the present one");
    // An abort that answers no parking may come at any time; one that does competes with others.
    refuseUnless(
        command.parking() == null || accepted == null, "another command was accepted just before");
  }

  private void checkParked(CommandKind kind, StepCommand command) {
    Parked present = parked;
    refuseUnless(
        present != null && accepted == null && !isAbortAsked(), "nothing waits for a decision");
    if (present == null) {
      return;
    }
    refuseUnless(
        command.parking() == null || command.parking() == present.number,
        "parking " + command.parking() + " is not the present one, " + present.number);
    refuseUnless(
        command.step() == null || command.step().equals(present.step.id()),
        "the parked step is " + present.step.id());
    refuseUnless(
        present.step.commandsWhenParked(present.phase).contains(kind),
        "this step does not offer " + kind.code());
    if (kind == CommandKind.RETRY_WITH) {
      checkInputs(present.step, command.inputs());
    }
    refuseUnless(
        kind != CommandKind.ADOPT
            || (command.externalId() != null && !command.externalId().isBlank()),
        "it needs an external_id");
  }

  private static void checkInputs(Step<?, ?, ?> step, @Nullable Map<String, Object> inputs) {
    refuseUnless(inputs != null && !inputs.isEmpty(), "it needs inputs");
    if (inputs == null) {
      return;
    }
    inputs.forEach((field, value) ->
        refuseUnless(
            step.editable().stream()
                .anyMatch(each -> each.field().equals(field) && each.accepts(value)),
            "the input " + field + " may not be changed, or not to this"));
  }

  String accept(CommandKind kind, StepCommand command) {
    StepCommand known = UpdateId.isChecked() ? command : command.unverified();
    Accepted obeyed = new Accepted(kind, known, parked == null ? 0 : parked.number, now());
    if (kind == CommandKind.ABORT) {
      abort = obeyed;
    } else {
      accepted = obeyed;
    }
    return "accepted";
  }

  Standing standing(@Nullable String step) {
    Parked present = parked;
    return present == null
        ? new Standing(phase, step, 0, null, null, null)
        : new Standing(
            present.phase,
            present.step.id(),
            present.number,
            present.cause,
            present.message,
            present.since);
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }

  private static void refuseUnless(boolean isFine, String why) {
    if (!isFine) {
      throw new CommandRefusedException(why);
    }
  }
}
