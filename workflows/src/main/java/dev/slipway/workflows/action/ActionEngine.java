package dev.slipway.workflows.action;

import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.StepCommand;
import java.util.Optional;

/// What runs actions. The row is the outbox: a start that does not get through is made by the next
/// sweep.
public interface ActionEngine {

  /// Starts the workflow of a stored action soon, and once; one with a time before which it must
  /// not begin, at that time. Returns at once and never fails.
  void start(ActionId id);

  /// Gives a running action a command and returns once it was obeyed or refused.
  ///
  /// @param updateId the request's idempotency key: the same id twice is one command
  /// @throws dev.slipway.workflows.step.CommandRefusedException when it does not fit
  /// @throws EngineUnavailableException when Temporal or its workers do not answer
  void command(ActionId id, CommandKind kind, StepCommand command, String updateId);

  /// Tells a running action of an abort that is stored. Gives up soon: where it does not get
  /// through, a sweep tells it later.
  ///
  /// @param updateId the request's idempotency key
  /// @throws dev.slipway.workflows.step.CommandRefusedException when it does not fit any more
  /// @throws EngineUnavailableException when Temporal or its workers do not answer within a second
  void tell(ActionId id, StepCommand abort, String updateId);

  /// Whether an action obeyed a command of this id before.
  ///
  /// @throws EngineUnavailableException when Temporal does not answer within a second
  boolean hasObeyed(ActionId id, String updateId);

  /// Starts the workflow of a reopened action once more, with unchanged keys; a sweep does where
  /// this fails.
  ///
  /// @throws EngineUnavailableException when Temporal does not answer
  void restart(ActionId id, StepCommand command);

  /// The history of one of the action's runs as JSON, while it runs or stored after its end.
  ///
  /// @param run its place among the runs, from 1, or 0 for the last
  /// @return empty where there is no such run, or its history is lost
  /// @throws EngineUnavailableException when it is not stored and Temporal does not answer
  Optional<String> history(ActionId id, int run);

  /// How the engine does.
  EngineStatus status();
}
