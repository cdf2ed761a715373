package dev.slipway.api.action;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.FluxSink;

/// Whoever takes the events of a stream, at his own pace, until he leaves or was told the last one.
final class StreamReader {

  private final FluxSink<?> sink;
  private final ActionFeed.Bell bell;
  private final AtomicBoolean isAwaited = new AtomicBoolean();
  private volatile boolean isGone;

  /// @param bell rings when he takes more after he was waited for, and when he is gone; an
  ///   interrupt would break a connection to the database that is being read from
  StreamReader(FluxSink<?> sink, ActionFeed.Bell bell) {
    this.sink = sink;
    this.bell = bell;
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

  /// Returns once he took what he was sent, or is gone.
  ///
  /// @param pause between two looks
  void await(Duration pause) throws InterruptedException {
    isAwaited.set(true);
    while (isThere() && sink.requestedFromDownstream() == 0) {
      var _ = bell.await(pause);
      isAwaited.set(true);
    }
    isAwaited.set(false);
  }
}
