package dev.slipway.ui.shell.part;

import static dev.slipway.ui.shell.part.Wording.text;

import dev.slipway.workflows.action.Estimate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as people read them. Moments are in UTC and say so once, in the page's foot.
public final class Times {
  private static final DateTimeFormatter MOMENT = formatter("d MMM uuuu, HH:mm:ss");
  private static final DateTimeFormatter MINUTE = formatter("d MMM uuuu, HH:mm");
  private static final DateTimeFormatter CLOCK = formatter("HH:mm");
  private static final DateTimeFormatter CLOCK_SECONDS = formatter("HH:mm:ss");
  private static final DateTimeFormatter CLOCK_MILLIS = formatter("HH:mm:ss.SSS");
  private static final Duration TENTH = Duration.ofMillis(100);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private Times() {}

  /// Date and time, such as `21 Nov 2026, 02:04:09`.
  public static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  /// Date and time without seconds, such as `21 Nov 2026, 02:04`.
  public static String minute(Instant instant) {
    return MINUTE.format(instant);
  }

  /// Hours and minutes.
  public static String clock(Instant instant) {
    return CLOCK.format(instant);
  }

  /// Hours, minutes and seconds.
  public static String clockSeconds(Instant instant) {
    return CLOCK_SECONDS.format(instant);
  }

  /// With milliseconds, for logs.
  public static String clockMillis(Instant instant) {
    return CLOCK_MILLIS.format(instant);
  }

  /// A span, such as `< 0.1 s`, `1.2 s`, `34 s`, `1 min 4 s` or `2 h 41 min`.
  public static String span(Duration span) {
    if (span.compareTo(TENTH) < 0) {
      return text("time.instant");
    }
    if (span.compareTo(TEN_SECONDS) < 0) {
      return text("time.seconds", String.format(Locale.ENGLISH, "%.1f", span.toMillis() / 1000.0));
    }
    if (span.toMinutes() < 1) {
      return text("time.seconds", span.toSeconds());
    }
    if (span.toHours() < 1) {
      return two("time.minutes", span.toMinutes(), "time.seconds", span.toSecondsPart());
    }
    if (span.toDays() < 1) {
      return two("time.hours", span.toHours(), "time.minutes", span.toMinutesPart());
    }
    return two("time.days", span.toDays(), "time.hours", span.toHoursPart());
  }

  /// A guess, such as `20–55 s`, `2 s` or `< 1 s`: what is as good as nothing does not add up to
  /// more than the whole.
  public static String range(Estimate estimate) {
    if (estimate.p95().compareTo(SECOND) < 0) {
      return text("time.moment");
    }
    long low = seconds(estimate.p50());
    long high = seconds(estimate.p95());
    if (low == high || high == 1) {
      return text("time.seconds", high);
    }
    if (high < 60) {
      return text("time.range", low, text("time.seconds", high));
    }
    return text("time.range", whole(low), whole(high));
  }

  /// A guess in a sentence, such as `20 to 55 s`.
  public static String rangeInWords(Estimate estimate) {
    long low = seconds(estimate.p50());
    long high = seconds(estimate.p95());
    if (low == high) {
      return text("time.seconds", high);
    }
    return high < 60
        ? text("time.to", low, text("time.seconds", high))
        : text("time.to", whole(low), whole(high));
  }

  private static String whole(long seconds) {
    return seconds < 60 ? text("time.seconds", seconds) : span(Duration.ofSeconds(seconds));
  }

  private static long seconds(Duration duration) {
    return Math.max(1, Math.round(duration.toMillis() / 1000.0));
  }

  private static String two(String firstKey, long first, String secondKey, long second) {
    return second == 0
        ? text(firstKey, first)
        : text(firstKey, first) + " " + text(secondKey, second);
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
