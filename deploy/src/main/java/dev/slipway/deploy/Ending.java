package dev.slipway.deploy;

import dev.slipway.deploy.local.Openings;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// How this process ends: it is asked to, at whatever moment of its start or after, or its start
/// fails. What comes first decides.
final class Ending {

  private final Openings openings;
  private final AtomicBoolean isDecided = new AtomicBoolean();

  Ending(Openings openings) {
    this.openings = openings;
  }

  /// Listens to SIGTERM and SIGINT from now on.
  void listen() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::asked, "slipway-stop"));
  }

  /// A JVM that was asked to stop would answer 143; stopping when asked is a success.
  private void asked() {
    if (isDecided.compareAndSet(false, true)) {
      try {
        openings.close();
      } finally {
        Runtime.getRuntime().halt(0);
      }
    }
  }

  /// Says why the start failed, unless it did because it was being stopped.
  void failed(List<String> reasons) {
    if (isDecided.compareAndSet(false, true)) {
      reasons.forEach(Console::say);
      System.exit(1);
    }
  }
}
