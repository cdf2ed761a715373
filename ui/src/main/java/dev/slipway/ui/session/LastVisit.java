package dev.slipway.ui.session;

import dev.slipway.ui.shell.part.KeptWord;
import java.util.Optional;

/// How a browser's last visit ended. The browser keeps it, because the session that knew is gone.
public final class LastVisit {
  private static final KeptWord WORD = new KeptWord("slipway_visit", -1);
  private static final String BEGUN = "begun";
  private static final String LEFT = "left";
  private static final String ENDED = "ended";

  private LastVisit() {}

  /// Why one has to sign in again.
  public enum End {
    /// One signed out, maybe in another tab.
    LEFT,
    /// The sign-in was ended elsewhere: the password was changed.
    ENDED,
    /// The session is gone by itself: nothing was done for long, or Slipway was restarted.
    EXPIRED
  }

  static void begin() {
    WORD.keep(BEGUN);
  }

  static void leave() {
    WORD.keep(LEFT);
  }

  static void end() {
    WORD.keep(ENDED);
  }

  /// How it ended, to be asked while nobody is signed in; empty when there was none.
  public static Optional<End> known() {
    return WORD.read()
        .map(word ->
            switch (word) {
              case LEFT -> End.LEFT;
              case ENDED -> End.ENDED;
              default -> End.EXPIRED;
            });
  }
}
