package dev.slipway.api.action;

import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.tenant.StorageUnavailableException;
import io.micronaut.http.sse.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/// Follows one action as server-sent events: its present state, each change, a comment while
/// nothing changes, and the end after the final state.
@Singleton
class ActionStream {

  private static final Logger LOG = LoggerFactory.getLogger(ActionStream.class);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final ActionService actions;
  private final ActionFeed feed;
  private final ActionBodies bodies;
  private final Duration quiet;

  ActionStream(
      ActionService actions, ActionFeed feed, ActionBodies bodies, StreamSettings settings) {
    this.actions = actions;
    this.feed = feed;
    this.bodies = bodies;
    this.quiet = settings.comment();
  }

  /// The events after a version; -1 begins with the present state.
  Flux<Event<String>> follow(Caller caller, ActionId id, long seen) {
    return Flux.create(sink -> {
      Thread follower =
          Thread.ofVirtual().name("follow-" + id).unstarted(() -> run(caller, id, seen, sink));
      sink.onDispose(follower::interrupt);
      follower.start();
    });
  }

  private void run(Caller caller, ActionId id, long seen, FluxSink<Event<String>> sink) {
    try (var bell = feed.listen(id)) {
      long last = seen;
      while (!sink.isCancelled()) {
        last = tell(caller, id, last, sink);
        if (!sink.isCancelled() && !bell.await(quiet)) {
          sink.next(Event.of("").comment("still here"));
        }
      }
    } catch (InterruptedException left) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      LOG.warn("Event stream broke action_id={}", id, broken);
      sink.error(broken);
    }
  }

  /// Sends the present state if it is news, and ends the stream after a final one.
  private long tell(Caller caller, ActionId id, long last, FluxSink<Event<String>> sink) {
    try {
      Action now = actions.find(caller, id);
      if (now.version() != last) {
        sink.next(event(caller, now));
      }
      if (now.status().isFinal()) {
        sink.complete();
      }
      return now.version();
    } catch (StorageUnavailableException away) {
      sink.next(Event.of("").comment("the database does not answer"));
      return last;
    }
  }

  private Event<String> event(Caller caller, Action action) {
    return Event.of(bodies.text(caller, action))
        .name("action")
        .id(Long.toString(action.version()))
        .retry(RETRY);
  }
}
