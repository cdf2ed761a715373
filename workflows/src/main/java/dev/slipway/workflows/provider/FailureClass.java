package dev.slipway.workflows.provider;

import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.WaitKind;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a call to the outside failed, and the one rule that follows from it.
///
/// | rule | what the step does |
/// |---|---|
/// | [Rule#RETRY] | calls again at once, within its attempts (the short loop) |
/// | [Rule#WAIT] | leaves the call and waits; consumes no attempts (the long loop) |
/// | [Rule#PARK] | asks a person |
public enum FailureClass {
  AUTH(Rule.PARK, null, ParkCause.AUTH, "The credential was refused"),
  PERMISSION(Rule.PARK, null, ParkCause.PERMISSION, "The credential may not do this"),
  NOT_FOUND(Rule.PARK, null, ParkCause.CONFLICT, "What the step works on does not exist"),
  CONFLICT(Rule.PARK, null, ParkCause.CONFLICT, "It contradicts what exists already"),
  LOCKED(Rule.WAIT, WaitKind.LOCKED, ParkCause.WAITED_TOO_LONG, "Another task holds the resource"),
  RATE_LIMITED(
      Rule.WAIT, WaitKind.RATE_LIMITED, ParkCause.WAITED_TOO_LONG, "Too many requests for now"),
  TRANSIENT(Rule.RETRY, null, ParkCause.ATTEMPTS_SPENT, "A passing fault"),
  PROVIDER_DOWN(
      Rule.WAIT, WaitKind.PROVIDER_DOWN, ParkCause.WAITED_TOO_LONG, "The provider does not answer"),
  CAPACITY(Rule.PARK, null, ParkCause.CAPACITY, "No room for this size"),
  QUOTA(Rule.PARK, null, ParkCause.QUOTA, "The account's limit is reached"),
  INVALID(Rule.PARK, null, ParkCause.INVALID, "The request was refused as invalid"),
  UNSUPPORTED(Rule.PARK, null, ParkCause.UNSUPPORTED, "The provider cannot do this"),
  /// The effect may or may not have happened: the next attempt looks for it before it acts.
  UNKNOWN_OUTCOME(
      Rule.RETRY, null, ParkCause.ATTEMPTS_SPENT, "No answer, so we look before acting"),
  /// Our own database is away: never a provider's fault, never a reason to park.
  DATABASE(Rule.WAIT, WaitKind.DATABASE, ParkCause.WAITED_TOO_LONG, "Our database does not answer");

  /// What a step does after a failure of a class.
  public enum Rule {
    RETRY,
    WAIT,
    PARK
  }

  private final Rule rule;
  private final @Nullable WaitKind waitKind;
  private final ParkCause parkCause;
  private final String summary;

  FailureClass(Rule rule, @Nullable WaitKind waitKind, ParkCause parkCause, String summary) {
    this.rule = rule;
    this.waitKind = waitKind;
    this.parkCause = parkCause;
    this.summary = summary;
  }

  /// The word in JSON and SQL.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What the step does.
  public Rule rule() {
    return rule;
  }

  /// What is waited for, for classes whose rule is to wait.
  public Optional<WaitKind> waitKind() {
    return Optional.ofNullable(waitKind);
  }

  /// The cause a parking shows once the rule leads there.
  public ParkCause parkCause() {
    return parkCause;
  }

  /// One operator sentence without a full stop.
  public String summary() {
    return summary;
  }
}
