package dev.slipway.api.action;

import dev.slipway.workflows.action.ParkCause;

/// What a tenant reads in place of an operator's text: no provider, no jargon, no blame.
public final class TenantWords {

  private TenantWords() {}

  /// Why an action stands still.
  public static String cause(ParkCause cause) {
    return switch (cause) {
      case CAPACITY -> "There is no room for this size at the moment";
      case QUOTA, AUTH, PERMISSION -> "The location did not take the order";
      case INVALID, UNSUPPORTED -> "The location cannot build it as ordered";
      case CONFLICT -> "Something of that kind exists already";
      case ATTEMPTS_SPENT, UNDO_FAILED -> "It did not work, although we tried several times";
      case WAITED_TOO_LONG -> "The location has not answered for a long time";
      case ENGINE_CLOSED, ENGINE_STUCK, HOOK_FAILED -> "Our system stopped before the end";
    };
  }

  /// What happens next.
  public static String next() {
    return "Our team has been told and decides how it goes on. Nothing is lost meanwhile.";
  }

  /// What went wrong, by the code of the failure.
  public static String failure(String code) {
    for (ParkCause cause : ParkCause.values()) {
      if (cause.code().equals(code)) {
        return cause(cause) + ".";
      }
    }
    return switch (code) {
      case "rate_limited", "locked", "provider_down" -> "The location was busy.";
      case "database" -> "Our system was not available for a moment.";
      case "not_found" -> "Something it needs was not there.";
      default -> "It did not work at once.";
    };
  }
}
