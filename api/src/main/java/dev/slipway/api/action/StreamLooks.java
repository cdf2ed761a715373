package dev.slipway.api.action;

import dev.slipway.api.action.ActionStream.Follower;
import dev.slipway.api.security.SessionWatch;
import dev.slipway.workflows.tenant.StorageUnavailableException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Looks for streams at what they follow, and at the sign-in behind them.
@Singleton
class StreamLooks {

  private final ActionService actions;
  private final SessionWatch sessions;
  private final SharedReads reads;

  StreamLooks(ActionService actions, SessionWatch sessions, SharedReads reads) {
    this.actions = actions;
    this.sessions = sessions;
    this.reads = reads;
  }

  /// A look on a thread of its own, so that a stream can speak while the database does not.
  CompletableFuture<StreamLook> begin(Follower follower) {
    return CompletableFuture.supplyAsync(() -> look(follower), Thread::startVirtualThread);
  }

  // that a token has expired is known without the database
  private StreamLook look(Follower follower) {
    try {
      return left(follower).isZero() ? read(follower) : reads.read(() -> read(follower));
    } catch (StorageUnavailableException away) {
      return new StreamLook.Away();
    }
  }

  private StreamLook read(Follower follower) {
    Optional<String> end = sessions.end(follower.session());
    return end.isPresent()
        ? new StreamLook.SignedOut(end.get())
        : new StreamLook.Present(actions.find(follower.caller(), follower.id()));
  }

  /// How long the sign-in behind a stream lasts at most.
  Duration left(Follower follower) {
    return sessions.left(follower.session());
  }
}
