package dev.slipway.ui.shell.live;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the log that open pages cannot be read, once when that begins and once when it is over,
/// however many pages meet it. What nobody foresaw is told with its trace, once a minute.
@Singleton
public class Outages {
  /// How long nothing is told anew where pages fail and work by turns.
  static final Duration QUIET = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

  private final Clock clock;
  private boolean isOn;
  private @Nullable Instant since;
  private Instant quietUntil = Instant.MIN;
  private Instant quietAboutDefects = Instant.MIN;

  public Outages(Clock clock) {
    this.clock = clock;
  }

  /// Something an open page needs was not read, and will be tried again.
  ///
  /// @return when
  public Instant missed(RuntimeException why) {
    var now = clock.instant();
    var type = ProblemException.of(why).type();
    if (type == ProblemType.INTERNAL_ERROR) {
      tellDefect(now, why);
    } else {
      tellBegin(now, type);
    }
    return now;
  }

  private synchronized void tellDefect(Instant now, RuntimeException why) {
    if (!now.isBefore(quietAboutDefects)) {
      quietAboutDefects = now.plus(QUIET);
      LOG.warn("Reading for open pages failed and is repeated", why);
    }
  }

  private synchronized void tellBegin(Instant now, ProblemType type) {
    isOn = true;
    if (since == null && !now.isBefore(quietUntil)) {
      since = now;
      quietUntil = now.plus(QUIET);
      LOG.warn(
          "Open pages cannot be read, and are tried again until they can code={}", type.code());
    }
  }

  /// Whether what was asked for last was away, so that asking for more only takes time.
  synchronized boolean isOn() {
    return isOn;
  }

  /// Something an open page needs was read.
  public synchronized void read() {
    isOn = false;
    var began = since;
    if (began != null) {
      since = null;
      LOG.info("Open pages are read again after={}", Duration.between(began, clock.instant()));
    }
  }
}
