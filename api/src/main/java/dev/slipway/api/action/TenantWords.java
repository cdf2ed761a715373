package dev.slipway.api.action;

import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.provider.FailureClass;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/// What a tenant reads in place of an operator's text: no provider, no jargon, no blame.
public final class TenantWords {

  private static final String CANCELLED = "cancelled";

  private TenantWords() {}

  /// Why an action stands still.
  public static String cause(ParkCause cause) {
    return switch (cause) {
      case CAPACITY -> "There is no room for this size at the moment";
      case QUOTA, AUTH, PERMISSION -> "The location did not take the order";
      case INVALID, UNSUPPORTED -> "The location cannot build it as ordered";
      case CONFLICT -> "What is there does not fit the order";
      case ATTEMPTS_SPENT -> "It did not work, although we tried several times";
      case WAITED_TOO_LONG -> "It has waited longer than it should";
      case UNDO_FAILED -> "It could not be taken back yet";
      case ENGINE_CLOSED, ENGINE_STUCK, HOOK_FAILED -> "Our system stopped before the end";
    };
  }

  /// What happens next.
  public static String next() {
    return "Our team has been told and decides how it goes on. Nothing is lost meanwhile.";
  }

  /// What went wrong, by the code of the failure: a class of failures, or a cause of parking.
  public static String failure(String code) {
    return sentence(FailureClass.values(), FailureClass::code, TenantWords::of, code)
            .or(() -> sentence(ParkCause.values(), ParkCause::code, TenantWords::cause, code))
            .orElse(code.equals(CANCELLED) ? "It was cancelled" : "It did not work at once")
        + ".";
  }

  private static <T> Optional<String> sentence(
      T[] vocabulary, Function<T, String> word, Function<T, String> meaning, String code) {
    return Arrays.stream(vocabulary)
        .filter(each -> word.apply(each).equals(code))
        .findFirst()
        .map(meaning);
  }

  private static String of(FailureClass failure) {
    return switch (failure) {
      case AUTH -> "The location did not recognise our system";
      case PERMISSION -> "The location did not permit it to our system";
      case NOT_FOUND -> "Something it needs was not there";
      case CONFLICT -> "What is there already contradicts it";
      case LOCKED -> "Another change there had to end first";
      case RATE_LIMITED -> "The location was busy";
      case TRANSIENT -> "It did not work at once";
      case PROVIDER_DOWN -> "The location did not answer";
      case CAPACITY -> "There is no room for this size at the moment";
      case QUOTA -> "Our share of the location is used up";
      case INVALID -> "The location refused it as ordered";
      case UNSUPPORTED -> "The location cannot do this";
      case UNKNOWN_OUTCOME -> "No answer came, so we looked whether it was done";
      case DATABASE -> "Our system was not available for a moment";
    };
  }
}
