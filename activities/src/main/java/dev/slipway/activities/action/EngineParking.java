package dev.slipway.activities.action;

import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.step.Standing;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;

/// Asks for a person where no attempt could: the engine lost the run, makes no progress, or parked
/// while nobody was there to write it down.
@Singleton
public class EngineParking {

  private final Transactions transactions;
  private final ProjectionWrites actions;
  private final StepWrites steps;
  private final Announcements announcements;
  private final Clock clock;

  EngineParking(
      Transactions transactions,
      ProjectionWrites actions,
      StepWrites steps,
      Announcements announcements,
      Clock clock) {
    this.transactions = transactions;
    this.actions = actions;
    this.steps = steps;
    this.announcements = announcements;
    this.clock = clock;
  }

  /// Parks an action because of its engine, at the step it had come to.
  ///
  /// @param number the parking's number
  /// @param phase `forward` or `undo`
  public void park(String action, int number, String phase, ParkCause cause, String message) {
    transactions.in(
        Scope.PLATFORM,
        () -> {
          actions.parks(
              action,
              number,
              steps.presentStep(action),
              phase,
              cause.code(),
              cause.code(),
              message,
              clock.instant());
          announcements.of(new ActionId(action));
          return action;
        });
  }

  /// Writes down a parking that the workflow tells of and the tables miss.
  public void mend(String action, Standing standing) {
    ParkCause cause = Objects.requireNonNull(standing.cause());
    String message = String.valueOf(standing.message());
    transactions.in(
        Scope.PLATFORM,
        () -> {
          boolean isUndo = standing.phase() == Phase.UNDO;
          String step = String.valueOf(standing.step());
          steps.stalls(action, step, "parked", isUndo, null, message);
          actions.parks(
              action,
              standing.parking(),
              step,
              standing.phase().code(),
              cause.code(),
              cause.name().toLowerCase(Locale.ROOT),
              message,
              clock.instant());
          announcements.of(new ActionId(action));
          return action;
        });
  }

  /// Work goes on: takes the engine's own parking back.
  public void resume(String action, boolean isUndo) {
    transactions.in(
        Scope.PLATFORM,
        () -> {
          actions.runs(action, isUndo, clock.instant());
          announcements.of(new ActionId(action));
          return action;
        });
  }
}
