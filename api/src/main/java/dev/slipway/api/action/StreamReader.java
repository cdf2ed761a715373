package dev.slipway.api.action;

import io.micronaut.http.sse.Event;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.FluxSink;

/// Whoever takes the events of a stream, at his own pace, until he leaves or was told the last one.
final class StreamReader {

  private final FluxSink<Event<String>> sink;
  private final ActionFeed.Bell bell;
  private final Duration quiet;
  private final AtomicBoolean isAwaited = new AtomicBoolean();
  private volatile boolean isGone;
  private long heardAt = System.nanoTime();

  /// @param bell rings when he takes more after he was waited for, and when he is gone; an
  ///   interrupt would break a connection to the database that is being read from
  /// @param quiet how long he hears nothing before a comment says that the stream is still there
  StreamReader(FluxSink<Event<String>> sink, ActionFeed.Bell bell, Duration quiet) {
    this.sink = sink;
    this.bell = bell;
    this.quiet = quiet;
    sink.onDispose(this::leaves);
    sink.onRequest(this::asks);
  }

  private void leaves() {
    isGone = true;
    bell.ring();
  }

  private void asks(long events) {
    if (isAwaited.getAndSet(false)) {
      bell.ring();
    }
  }

  /// A sink that was completed is not cancelled, and has nobody either.
  boolean isThere() {
    return !isGone;
  }

  void tell(Event<String> event) {
    heardAt = System.nanoTime();
    sink.next(event);
  }

  void end() {
    sink.complete();
  }

  /// How long he may still be told nothing; never negative.
  Duration quietLeft() {
    Duration left = quiet.minusNanos(System.nanoTime() - heardAt);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /// Says something if it is time to; to one who takes nothing that would only be more to keep.
  void keepAwake() {
    if (quietLeft().isZero()) {
      if (isThere() && sink.requestedFromDownstream() > 0) {
        tell(Event.of("").comment("still here"));
      } else {
        heardAt = System.nanoTime();
      }
    }
  }

  /// Returns at a change, when it is time to say something, or when a time is over.
  void awaitNews(Duration longest) throws InterruptedException {
    Duration left = quietLeft();
    var _ = bell.await(longest.compareTo(left) < 0 ? longest : left);
  }

  /// Returns once he took what he was sent, or is gone.
  void awaitDemand() throws InterruptedException {
    isAwaited.set(true);
    while (isThere() && sink.requestedFromDownstream() == 0) {
      var _ = bell.await(quiet);
      isAwaited.set(true);
    }
    isAwaited.set(false);
  }
}
