package dev.slipway.activities.storage;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a process that starts waits for something outside that may have been started with it and is
/// not up yet.
///
/// @param name what is waited for, as it stands in the middle of a sentence
/// @param address where it should be
/// @param patience how long at most
/// @param setting the key that sets the patience
public record StartupWait(String name, String address, Duration patience, String setting) {

  private static final Logger LOG = LoggerFactory.getLogger(StartupWait.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration SAY_EVERY = Duration.ofSeconds(15);

  /// Returns once it is there; says every 15 s that it is not.
  ///
  /// @param absence why it is not there at this moment, empty when it is
  /// @throws IllegalStateException when it stays away for longer than the patience, caused by its
  ///   last absence
  public void until(Supplier<Optional<Exception>> absence) {
    long begin = System.nanoTime();
    Duration said = Duration.ZERO;
    for (var away = absence.get(); away.isPresent(); away = absence.get()) {
      Duration waited = Duration.ofNanos(System.nanoTime() - begin);
      if (waited.compareTo(patience) >= 0) {
        throw gaveUp(away.get());
      }
      if (said.isZero() || waited.minus(said).compareTo(SAY_EVERY) >= 0) {
        said = waited;
        say(waited, away.get());
      }
      pause();
    }
    if (!said.isZero()) {
      LOG.info("{} answers now address={}", sentence(), address);
    }
  }

  private void say(Duration waited, Exception away) {
    LOG.warn(
        "{} does not answer, waiting for it address={} waited={} at_most={} reason={}",
        sentence(),
        address,
        words(waited),
        words(patience),
        away.getMessage());
  }

  private IllegalStateException gaveUp(Exception away) {
    return new IllegalStateException(
        "%s at %s did not answer within %s (%s)"
            .formatted(sentence(), address, words(patience), setting),
        away);
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting for " + name, stopped);
    }
  }

  private String sentence() {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static String words(Duration time) {
    return time.toSeconds() + "s";
  }
}
