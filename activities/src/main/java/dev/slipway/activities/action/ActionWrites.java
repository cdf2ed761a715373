package dev.slipway.activities.action;

import dev.slipway.activities.action.DecisionRows.Standing;
import dev.slipway.activities.action.DecisionRows.Wish;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.Actions.AbortRequest;
import dev.slipway.workflows.action.Assignee;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.step.StepCommand;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What people write to actions that are there: the wish to abort, who looks after one. What
/// workflows write is the projection's.
@Singleton
final class ActionWrites {

  private final DecisionRows rows;
  private final Conclusion conclusion;
  private final Announcements announcements;
  private final Clock clock;

  ActionWrites(DecisionRows rows, Conclusion conclusion, Announcements announcements, Clock clock) {
    this.rows = rows;
    this.conclusion = conclusion;
    this.announcements = announcements;
    this.clock = clock;
  }

  AbortRequest requestAbort(ActionId id, String actor, String reason, @Nullable Integer parking) {
    Standing standing = rows.lock(id).orElse(null);
    if (standing == null || standing.status().isFinal()) {
      return AbortRequest.TOO_LATE;
    }
    if (standing.isAbortAsked() || standing.phase() == Phase.UNDO) {
      return AbortRequest.REPEATED;
    }
    if (parking != null && !standing.isParkedAs(parking)) {
      return AbortRequest.ANSWERED;
    }
    Instant now = clock.instant();
    rows.markAborted(id, standing, new Wish(actor, reason, now));
    if (!standing.hasRun() && standing.status() == ActionStatus.QUEUED) {
      conclusion.conclude(id, ActionStatus.ABORTED, now);
      return AbortRequest.ABORTED;
    }
    boolean isReopened = standing.isClosed() && rows.open(id, standing.parking(), now);
    announcements.of(id);
    return isReopened ? AbortRequest.REOPENED : AbortRequest.REQUESTED;
  }

  boolean reopen(ActionId id, StepCommand retry) {
    int parking = Objects.requireNonNull(retry.parking(), "it answers a parking");
    Instant now = clock.instant();
    boolean isTaken = rows.open(id, parking, now);
    if (isTaken) {
      rows.retried(id, retry, now);
      announcements.of(id);
    }
    return isTaken;
  }

  int assign(Collection<ActionId> ids, @Nullable Assignee assignee) {
    List<ActionId> changed = rows.assign(ids, assignee);
    announcements.of(changed);
    return changed.size();
  }
}
