package dev.slipway.activities.action;

import dev.slipway.workflows.action.ActionError;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.step.Standing;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;

/// Asks for a person where no attempt could: the engine lost the run, makes no progress, or parked
/// while nobody was there to write it down. A row that changed since it was read is left alone:
/// whoever wrote it knew better.
@Singleton
public class EngineParking {

  private final Transactions transactions;
  private final ParkingWrites parkings;
  private final Announcements announcements;
  private final Clock clock;

  EngineParking(
      Transactions transactions, ParkingWrites parkings, Announcements announcements, Clock clock) {
    this.transactions = transactions;
    this.parkings = parkings;
    this.announcements = announcements;
    this.clock = clock;
  }

  /// An action as it was read.
  ///
  /// @param version the row's version
  /// @param parking the number of the last parking, 0 before the first
  public record Seen(String action, long version, int parking, Phase phase) {}

  /// Parks an action whose run is gone. The next run counts on from this parking.
  ///
  /// @return false when the row was left alone
  public boolean closed(Seen seen, String message) {
    return ofEngine(seen, seen.parking() + 1, ParkCause.ENGINE_CLOSED, message);
  }

  /// Gives the present parking the next number, for a new run to take it over: a command that was
  /// given to the lost run must never answer it.
  ///
  /// @return false when the row was left alone
  public boolean renumber(Seen seen) {
    return ifUnchanged(seen, () -> parkings.renumber(seen.action(), clock.instant()));
  }

  /// Parks an action whose run makes no progress. That run will give the next number to a parking
  /// of its own, so none is used up here: a command that answers this one must never fit that one.
  public void stuck(Seen seen, String message) {
    ofEngine(seen, seen.parking(), ParkCause.ENGINE_STUCK, message);
  }

  private boolean ofEngine(Seen seen, int number, ParkCause cause, String message) {
    return ifUnchanged(
        seen,
        () ->
            parkings.ofEngine(
                seen.action(),
                new Parking(
                    number,
                    parkings.presentStep(seen.action()),
                    seen.phase(),
                    cause,
                    clock.instant()),
                message));
  }

  /// Writes down a parking that the workflow tells of and the tables miss.
  public void mend(Seen seen, Standing standing) {
    ParkCause cause = Objects.requireNonNull(standing.cause());
    String step = String.valueOf(standing.step());
    ActionError error =
        new ActionError(cause.code(), String.valueOf(standing.message()), step, true);
    Parking parking =
        new Parking(standing.parking(), step, standing.phase(), cause, clock.instant());
    ifUnchanged(seen, () -> parkings.ofSilentStep(seen.action(), parking, error));
  }

  /// Work goes on: takes the engine's own parking back.
  public void resume(Seen seen, Phase phase) {
    ifUnchanged(seen, () -> parkings.resume(seen.action(), phase, clock.instant()));
  }

  private boolean ifUnchanged(Seen seen, Runnable write) {
    return transactions.in(
        Scope.PLATFORM,
        () -> {
          boolean isUnchanged = parkings.isUnchanged(seen.action(), seen.version());
          if (isUnchanged) {
            write.run();
            announcements.of(new ActionId(seen.action()));
          }
          return isUnchanged;
        });
  }
}
