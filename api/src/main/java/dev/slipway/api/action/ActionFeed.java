package dev.slipway.api.action;

import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.ActionChanges;
import dev.slipway.workflows.action.ActionChanges.ActionChange;
import dev.slipway.workflows.action.ActionChanges.Listener;
import dev.slipway.workflows.action.ActionChanges.Subscription;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Tells callers of changes they may see, and lets a thread sleep until one comes.
@Singleton
class ActionFeed {

  private final ActionChanges changes;

  ActionFeed(ActionChanges changes) {
    this.changes = changes;
  }

  /// Passes on the changes of a caller's scope.
  Subscription subscribe(Caller caller, Listener listener) {
    TenantId only = caller.scope().tenant();
    return changes.subscribe(
        new Filtered(change -> only == null || only.value().equals(change.tenantId()), listener));
  }

  /// A bell that rings at each change of an action, and once for all changes nobody waited for.
  Bell listen(ActionId id) {
    var bell = new Semaphore(0);
    var ringing = new Filtered(change -> change.actionId().equals(id.value()), new Ringing(bell));
    return new Bell(bell, changes.subscribe(ringing));
  }

  /// Rings at changes, until closed.
  record Bell(Semaphore rung, Subscription subscription) implements AutoCloseable {

    /// Waits for a ring.
    ///
    /// @return whether it rang in time
    boolean await(Duration longest) throws InterruptedException {
      boolean isRung = rung.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
      rung.drainPermits();
      return isRung;
    }

    /// What is found once it is enough, or when the time is over; looked at again at each ring.
    ///
    /// @param first what was found since the bell is listened to
    <T> T await(Duration longest, T first, Supplier<T> look, Predicate<T> isEnough) {
      long end = System.nanoTime() + longest.toNanos();
      try {
        T latest = first;
        while (!isEnough.test(latest)
            && await(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
          latest = look.get();
        }
        return latest;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return look.get();
      }
    }

    /// Rings without a change.
    void ring() {
      rung.release();
    }

    @Override
    public void close() {
      subscription.close();
    }
  }

  private record Ringing(Semaphore bell) implements Listener {

    @Override
    public void changed(ActionChange change) {
      bell.release();
    }

    @Override
    public void missedSome() {
      bell.release();
    }
  }

  private record Filtered(Predicate<ActionChange> wanted, Listener listener) implements Listener {

    @Override
    public void changed(ActionChange change) {
      if (wanted.test(change)) {
        listener.changed(change);
      }
    }

    @Override
    public void missedSome() {
      listener.missedSome();
    }

    @Override
    public void lost() {
      listener.lost();
    }
  }
}
