package dev.slipway.activities.action;

import dev.slipway.activities.action.AttemptEnds.Success;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.Residual;
import dev.slipway.workflows.step.Tries;
import dev.slipway.workflows.step.Verdict;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes attempts down, each beginning and each end in one transaction with what follows from it.
/// What only mirrors the engine does not wait for the disk; the ledger and the ends do.
@Singleton
public class AttemptLog {

  private final Transactions transactions;
  private final Projection projection;
  private final Announcements announcements;
  private final Clock clock;

  AttemptLog(
      Transactions transactions, Projection projection, Announcements announcements, Clock clock) {
    this.transactions = transactions;
    this.projection = projection;
    this.announcements = announcements;
    this.clock = clock;
  }

  /// An attempt begins: earlier open ones are lost, and what was decided since is written down.
  ///
  /// @return the attempts of its call so far
  /// @throws StaleAttemptException when the action or the run is over
  public Tries started(AttemptRecord attempt, StepRequest request) {
    boolean isDecided = !attempt.context().decisions().isEmpty();
    return written(
        attempt,
        isDecided,
        () -> projection.beginnings().started(attempt, request, clock.instant()));
  }

  /// An attempt succeeded.
  ///
  /// @param externalId the provider's id of what it made, null when none
  /// @param residual what it left behind
  /// @param writes what belongs into the same transaction, such as the ledger
  public void succeeded(
      AttemptRecord attempt,
      @Nullable String externalId,
      List<Residual> residual,
      List<Runnable> writes) {
    boolean isDurable = !writes.isEmpty() || attempt.context().ends();
    Success success = new Success(externalId, residual);
    write(
        attempt,
        isDurable,
        () -> projection.ends().succeeded(attempt, success, writes, clock.instant()));
  }

  /// An attempt failed, and this follows.
  public void failed(AttemptRecord attempt, Verdict verdict) {
    boolean isParking = verdict.cause() != null;
    write(attempt, isParking, () -> projection.ends().failed(attempt, verdict, clock.instant()));
  }

  /// An attempt was cancelled before it had an effect that counts.
  public void cancelled(AttemptRecord attempt) {
    write(attempt, false, () -> projection.ends().cancelled(attempt, clock.instant()));
  }

  /// How far the provider got; a write that fails is given up, the next one brings it.
  public void progressed(AttemptRecord attempt, int percent) {
    write(attempt, false, () -> projection.ends().progressed(attempt, percent, clock.instant()));
  }

  private void write(AttemptRecord attempt, boolean isDurable, Runnable work) {
    written(
        attempt,
        isDurable,
        () -> {
          work.run();
          return true;
        });
  }

  private <T> T written(AttemptRecord attempt, boolean isDurable, Supplier<T> work) {
    Supplier<T> announced =
        () -> {
          T result = work.get();
          announcements.of(new ActionId(attempt.context().action()));
          return result;
        };
    return isDurable
        ? transactions.in(Scope.PLATFORM, announced)
        : transactions.relaxedIn(Scope.PLATFORM, announced);
  }
}
