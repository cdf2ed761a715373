package dev.slipway.workflows.simulator;

import java.util.Locale;
import java.util.Optional;

/// What the simulated cloud can do wrong.
public enum Fault {
  LOST_REPLY("The effect happens, the caller times out"),
  TRANSIENT("Fails with 500, no effect"),
  MALFORMED("Answers with a body cut short, no effect"),
  LATENCY("Is slow, then goes on"),
  RATE_LIMITED("Refuses with 429 and a reset time"),
  LOCKED("Refuses while another task holds the resource"),
  OUTAGE("Refuses the connection"),
  CAPACITY("Has no room"),
  QUOTA("The account's limit is reached"),
  INVALID("Refuses the request as invalid"),
  AUTH("Refuses the credential"),
  PERMISSION("The credential may not do this"),
  TASK_FAILED("Accepts, then the task ends in error"),
  TASK_LOST("Accepts, then the task vanishes");

  private final String text;

  Fault(String text) {
    this.text = text;
  }

  /// The fault of a word such as `lost_reply`.
  public static Optional<Fault> ofCode(String code) {
    for (Fault fault : values()) {
      if (fault.code().equals(code)) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  /// What happens.
  public String text() {
    return text;
  }

  /// The word in JSON and SQL.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
