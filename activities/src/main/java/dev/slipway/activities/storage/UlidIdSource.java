package dev.slipway.activities.storage;

import dev.slipway.workflows.tenant.IdSource;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/// Mints ULIDs in lower case: 48 bits of milliseconds, 80 of chance, 26 letters. Within a process
/// each is larger than the one before. Source: the ULID specification, *Monotonicity*.
@Singleton
final class UlidIdSource implements IdSource {

  private static final char[] LETTERS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int LENGTH = 26;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private long time;
  private long high;
  private long low;

  UlidIdSource(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String next(String prefix) {
    return prefix + "_" + next();
  }

  private synchronized String next() {
    long now = clock.millis();
    if (now > time) {
      time = now;
      high = random.nextLong() & 0xFF_FFFF_FFFFL;
      low = random.nextLong() & 0xFF_FFFF_FFFFL;
    } else {
      // The same millisecond, or a clock set back: the next larger number. 2^79 are left on
      // average.
      low = (low + 1) & 0xFF_FFFF_FFFFL;
      high = low == 0 ? high + 1 : high;
    }
    char[] text = new char[LENGTH];
    write(text, 0, 10, time);
    write(text, 10, 8, high);
    write(text, 18, 8, low);
    return new String(text);
  }

  private static void write(char[] text, int from, int count, long value) {
    long rest = value;
    for (int i = from + count - 1; i >= from; i--) {
      text[i] = LETTERS[(int) (rest & 31)];
      rest >>>= 5;
    }
  }
}
