package dev.slipway.api.action;

import dev.slipway.api.http.ProblemException;
import dev.slipway.workflows.tenant.UserId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The event streams and long polls that are open in this process, so that nobody takes all there
/// may be.
@Singleton
class OpenWaits {

  private static final Duration LATER = Duration.ofSeconds(10);

  private final StreamSettings settings;
  private final Map<UserId, Set<Place>> places = new ConcurrentHashMap<>();

  OpenWaits(StreamSettings settings, MeterRegistry meters) {
    this.settings = settings;
    Gauge.builder("slipway.streams.open", this, open -> open.count(Kind.STREAM))
        .description("Event streams that are followed")
        .register(meters);
    Gauge.builder("slipway.polls.open", this, open -> open.count(Kind.POLL))
        .description("Requests that wait for a change")
        .register(meters);
  }

  private enum Kind {
    STREAM,
    POLL
  }

  /// A place for an event stream, kept for a moment until the stream begins.
  ///
  /// @throws ProblemException `rate_limit_exceeded` when a user has as many as he may
  Place stream(UserId user) {
    return take(new Place(user, Kind.STREAM));
  }

  /// A place for a long poll that begins now.
  ///
  /// @throws ProblemException as for a stream: they are counted together
  Place poll(UserId user) {
    return take(new Place(user, Kind.POLL)).begun();
  }

  // looked at and taken in one go: many who come at once are not more than there is room for
  private Place take(Place place) {
    places.compute(
        place.user,
        (_, before) -> {
          Set<Place> taken = orNone(before);
          taken.removeIf(Place::isForgotten);
          if (taken.size() >= settings.most()) {
            throw ProblemException.tooMany("Too many open event streams and long polls.", LATER);
          }
          taken.add(place);
          return taken;
        });
    return place;
  }

  private static Set<Place> orNone(@Nullable Set<Place> taken) {
    return taken == null ? ConcurrentHashMap.newKeySet() : taken;
  }

  private long count(Kind kind) {
    return places.values().stream()
        .flatMap(Set::stream)
        .filter(place -> place.kind == kind && place.hasBegun)
        .count();
  }

  /// One of a user's places, until it is closed.
  final class Place implements AutoCloseable {

    private final UserId user;
    private final Kind kind;
    private final long since = System.nanoTime();
    private volatile boolean hasBegun;

    private Place(UserId user, Kind kind) {
      this.user = user;
      this.kind = kind;
    }

    /// It is made use of from now on.
    Place begun() {
      hasBegun = true;
      places.compute(
          user,
          (_, before) -> {
            Set<Place> taken = orNone(before);
            taken.add(this);
            return taken;
          });
      return this;
    }

    /// An answer that nobody reads, as to a HEAD, is never begun and closes nothing.
    private boolean isForgotten() {
      return !hasBegun && System.nanoTime() - since > LATER.toNanos();
    }

    @Override
    public void close() {
      places.computeIfPresent(
          user,
          (_, taken) -> {
            taken.remove(this);
            return taken.isEmpty() ? null : taken;
          });
    }
  }
}
