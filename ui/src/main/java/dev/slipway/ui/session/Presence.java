package dev.slipway.ui.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// When somebody last did something in a visit, and whether that is too long ago. What an open page
/// asks for by itself, to live on and to show what changed, is nothing that somebody did.
final class Presence {
  private final Clock clock;
  private final Duration patience;
  private volatile Instant last;

  Presence(Clock clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
    this.last = clock.instant();
  }

  /// A key, a click, a page that was opened.
  void show() {
    last = clock.instant();
  }

  boolean isOver() {
    return !clock.instant().isBefore(last.plus(patience));
  }
}
