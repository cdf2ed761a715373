package dev.slipway.ui.session;

import dev.slipway.api.security.Sessions;
import dev.slipway.ui.shell.live.Outages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// The sign-in behind a browser's session, and whether it still stands. What the tables said is
/// believed for a moment, unless somebody signed out or changed a password in this process since.
final class Standing {
  /// How long another process may have ended a sign-in without this one knowing.
  static final Duration BELIEVED = Duration.ofSeconds(5);

  private final String family;
  private final Sessions sessions;
  private final Clock clock;
  private final Outages outages;
  private volatile Word lastWord = new Word(Instant.MIN, 0);

  Standing(String family, Sessions sessions, Clock clock, Outages outages) {
    this.family = family;
    this.sessions = sessions;
    this.clock = clock;
    this.outages = outages;
  }

  /// The tables' word that a sign-in stands.
  ///
  /// @param until when it is asked again
  /// @param endings what this process had ended when it was given
  private record Word(Instant until, long endings) {}

  String family() {
    return family;
  }

  /// Whether it was ended elsewhere: by a changed password, or because the user is gone. While
  /// nobody can tell, as when the database is away, the visit goes on: what it asks for fails in
  /// words of its own.
  boolean isEnded() {
    long endings = sessions.endings();
    var now = clock.instant();
    var word = lastWord;
    return (word.endings() != endings || !now.isBefore(word.until())) && isEnded(now, endings);
  }

  private boolean isEnded(Instant now, long endings) {
    try {
      boolean isOpen = sessions.isOpen(family);
      outages.read();
      if (isOpen) {
        lastWord = new Word(now.plus(BELIEVED), endings);
      }
      return !isOpen;
    } catch (RuntimeException unknown) {
      outages.missed(unknown);
      return false;
    }
  }
}
