package dev.slipway.api.action;

import dev.slipway.api.security.Caller;
import dev.slipway.api.security.Session;
import dev.slipway.api.security.SessionWatch;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.tenant.StorageUnavailableException;
import io.micronaut.http.sse.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/// Follows one action as server-sent events: its present state, each change, a comment while
/// nothing changes, and the end after the final state, or once the sign-in behind it has ended.
@Singleton
class ActionStream {

  private static final Logger LOG = LoggerFactory.getLogger(ActionStream.class);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final ActionService actions;
  private final ActionFeed feed;
  private final ActionBodies bodies;
  private final Limits limits;

  ActionStream(ActionService actions, ActionFeed feed, ActionBodies bodies, Limits limits) {
    this.actions = actions;
    this.feed = feed;
    this.bodies = bodies;
    this.limits = limits;
  }

  /// What a stream keeps to.
  @Singleton
  record Limits(StreamSettings settings, SessionWatch sessions, OpenStreams open) {}

  /// Who follows what.
  record Follower(Caller caller, Session session, ActionId id) {}

  /// The events after a version; -1 begins with the present state. A client that does not read is
  /// told nothing until it does, and then the newest state.
  Flux<Event<String>> follow(Follower follower, long seen) {
    return Flux.create(sink ->
        Thread.ofVirtual().name("follow-" + follower.id()).start(() -> run(follower, seen, sink)));
  }

  private void run(Follower follower, long seen, FluxSink<Event<String>> sink) {
    try (var bell = feed.listen(follower.id());
        var _ = limits.open().count(follower.caller().user())) {
      var reader = new StreamReader(sink, bell);
      long last = seen;
      while (reader.isThere()) {
        long told = last;
        last = limits.open().reading(() -> tell(follower, told, sink));
        boolean isRung = bell.await(pause(follower.session()));
        reader.await(limits.settings().comment());
        if (!isRung && reader.isThere()) {
          sink.next(Event.of("").comment("still here"));
        }
      }
    } catch (InterruptedException left) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      LOG.warn("Event stream broke action_id={}", follower.id(), broken);
      sink.error(broken);
    }
  }

  private Duration pause(Session session) {
    Duration quiet = limits.settings().comment();
    Duration left = limits.sessions().left(session);
    return left.compareTo(quiet) < 0 ? left : quiet;
  }

  /// Sends the present state if it is news, and ends the stream after a final one, or with the
  /// sign-in.
  private long tell(Follower follower, long last, FluxSink<Event<String>> sink) {
    try {
      Optional<String> end = limits.sessions().end(follower.session());
      if (end.isPresent()) {
        sink.next(Event.of("{\"reason\":\"" + end.get() + "\"}").name("end"));
        sink.complete();
        return last;
      }
      Action now = actions.find(follower.caller(), follower.id());
      if (now.version() != last) {
        sink.next(event(follower.caller(), now));
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
