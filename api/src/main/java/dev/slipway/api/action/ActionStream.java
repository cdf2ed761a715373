package dev.slipway.api.action;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.Session;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import io.micronaut.http.sse.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
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

  private final StreamLooks looks;
  private final ActionFeed feed;
  private final ActionBodies bodies;
  private final Limits limits;

  ActionStream(StreamLooks looks, ActionFeed feed, ActionBodies bodies, Limits limits) {
    this.looks = looks;
    this.feed = feed;
    this.bodies = bodies;
    this.limits = limits;
  }

  /// What a stream keeps to.
  @Singleton
  record Limits(StreamSettings settings, OpenWaits open) {}

  /// Who follows what.
  record Follower(Caller caller, Session session, ActionId id) {}

  /// The events after a version; -1 begins with the present state. A client that does not read is
  /// told nothing until it does, and then the newest state.
  ///
  /// @throws ProblemException `rate_limit_exceeded` when a user has as many open as he may
  Flux<Event<String>> follow(Follower follower, long seen) {
    OpenWaits.Place place = limits.open().stream(follower.caller().user());
    return Flux.create(sink ->
        Thread.ofVirtual()
            .name("follow-" + follower.id())
            .start(() -> run(follower, seen, place, sink)));
  }

  private void run(
      Follower follower, long seen, OpenWaits.Place place, FluxSink<Event<String>> sink) {
    try (var bell = feed.listen(follower.id());
        var _ = place.begun()) {
      var reader = new StreamReader(sink, bell, limits.settings().comment());
      long last = seen;
      while (reader.isThere()) {
        last = tell(follower, last, reader, look(follower, reader));
        reader.awaitNews(looks.left(follower));
        reader.awaitDemand();
        reader.keepAwake();
      }
    } catch (InterruptedException left) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException broken) {
      fail(follower, broken.getCause(), sink);
    } catch (RuntimeException broken) {
      fail(follower, broken, sink);
    }
  }

  private static void fail(
      Follower follower, @Nullable Throwable broken, FluxSink<Event<String>> sink) {
    LOG.warn("Event stream broke action_id={}", follower.id(), broken);
    sink.error(broken);
  }

  /// What there is to tell, however long that takes to find out.
  private StreamLook look(Follower follower, StreamReader reader)
      throws InterruptedException, ExecutionException {
    var look = looks.begin(follower);
    while (true) {
      try {
        return look.get(reader.quietLeft().toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException _) {
        reader.keepAwake();
      }
    }
  }

  /// Sends the present state if it is news, and ends the stream after a final one, or with the
  /// sign-in.
  private long tell(Follower follower, long last, StreamReader reader, StreamLook look) {
    return switch (look) {
      case StreamLook.SignedOut(String reason) -> {
        reader.tell(Event.of("{\"reason\":\"" + reason + "\"}").name("end"));
        reader.end();
        yield last;
      }
      case StreamLook.Away() -> {
        reader.tell(Event.of("").comment("the database does not answer"));
        yield last;
      }
      case StreamLook.Present(Action now) -> {
        if (now.version() != last) {
          reader.tell(event(follower.caller(), now));
        }
        if (now.status().isFinal()) {
          reader.end();
        }
        yield now.version();
      }
    };
  }

  private Event<String> event(Caller caller, Action action) {
    return Event.of(bodies.text(caller, action))
        .name("action")
        .id(Long.toString(action.version()))
        .retry(RETRY);
  }
}
