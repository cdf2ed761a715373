package dev.slipway.api.http;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The id that ties a request to its log lines, its action and its problem.
public final class Correlation {

  /// Its name in the logging context.
  public static final String MDC_KEY = "correlation_id";

  /// The header it arrives and leaves with.
  public static final String HEADER = "X-Correlation-Id";

  private Correlation() {}

  /// The id of the request at work, or a new one.
  public static String current() {
    String present = MDC.get(MDC_KEY);
    return present == null ? fresh() : present;
  }

  /// The caller's id where it is 1 to 64 plain characters, else a new one.
  public static String of(@Nullable String given) {
    return given != null && given.matches("[0-9A-Za-z._:-]{1,64}") ? given : fresh();
  }

  private static String fresh() {
    return "cor_" + UUID.randomUUID().toString().replace("-", "");
  }
}
