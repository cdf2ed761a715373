package dev.slipway.activities.action;

import dev.slipway.activities.action.AttemptEnds.Success;
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
  private final AttemptBeginnings beginnings;
  private final AttemptEnds ends;
  private final Clock clock;

  AttemptLog(
      Transactions transactions, AttemptBeginnings beginnings, AttemptEnds ends, Clock clock) {
    this.transactions = transactions;
    this.beginnings = beginnings;
    this.ends = ends;
    this.clock = clock;
  }

  /// An attempt begins: earlier open ones are lost, and what was decided since is written down, be
  /// the attempt let in or not.
  ///
  /// @return the attempts of its call so far
  /// @throws StaleAttemptException when the action or the run is over; an [UninformedRunException]
  ///   when the run does not know what was decided
  public Tries started(AttemptRecord attempt, StepRequest request) {
    boolean isDecided = !attempt.context().decisions().isEmpty();
    try {
      return written(isDecided, () -> beginnings.started(attempt, request, clock.instant()));
    } catch (UninformedRunException refused) {
      if (isDecided) {
        write(true, () -> beginnings.refused(attempt, request));
      }
      throw refused;
    }
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
    boolean isDurable = !writes.isEmpty() || !residual.isEmpty() || attempt.context().ends();
    Success success = new Success(externalId, residual);
    write(isDurable, () -> ends.succeeded(attempt, success, writes, clock.instant()));
  }

  /// An attempt of a run that is over succeeded all the same. What it brought is told as left where
  /// nobody will look for it any more.
  ///
  /// @param externalId the provider's id of what it made, null when none
  public void late(AttemptRecord attempt, @Nullable String externalId) {
    if (externalId != null) {
      write(true, () -> ends.late(attempt, externalId));
    }
  }

  /// An attempt failed, and this follows.
  public void failed(AttemptRecord attempt, Verdict verdict) {
    boolean isParking = verdict.cause() != null;
    write(isParking, () -> ends.failed(attempt, verdict, clock.instant()));
  }

  /// An attempt was cancelled before it had an effect that counts.
  public void cancelled(AttemptRecord attempt) {
    write(false, () -> ends.cancelled(attempt, clock.instant()));
  }

  /// An attempt was left by a worker that stops: it says nothing about its step.
  public void left(AttemptRecord attempt) {
    write(false, () -> ends.left(attempt, clock.instant()));
  }

  /// How far the provider got; a write that fails is given up, the next one brings it.
  public void progressed(AttemptRecord attempt, int percent) {
    write(false, () -> ends.progressed(attempt, percent, clock.instant()));
  }

  private void write(boolean isDurable, Runnable work) {
    written(
        isDurable,
        () -> {
          work.run();
          return true;
        });
  }

  private <T> T written(boolean isDurable, Supplier<T> work) {
    return isDurable
        ? transactions.in(Scope.PLATFORM, work)
        : transactions.relaxedIn(Scope.PLATFORM, work);
  }
}
