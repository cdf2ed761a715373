package dev.slipway.api.action;

import dev.slipway.api.http.Among;
import dev.slipway.api.http.Vocabulary;
import dev.slipway.api.http.Wire;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionError;
import dev.slipway.workflows.action.Estimate;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.action.Requester;
import dev.slipway.workflows.action.Resource;
import dev.slipway.workflows.action.WaitingOn;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The small records that actions are made of on the wire.
public final class ActionParts {

  private ActionParts() {}

  /// What an action works on.
  @Wire
  public record ResourceBody(String type, String id) {

    static ResourceBody of(Resource resource) {
      return new ResourceBody(resource.type(), resource.id());
    }
  }

  /// Who asked.
  @Wire
  public record RequesterBody(String id, String type) {

    static RequesterBody of(Requester requester) {
      return new RequesterBody(requester.id(), requester.type());
    }
  }

  /// A range in seconds.
  @Wire
  public record EstimateBody(double p50, double p95) {

    /// The range of an estimate, to a tenth of a second.
    public static EstimateBody of(Estimate estimate) {
      return new EstimateBody(seconds(estimate.p50()), seconds(estimate.p95()));
    }

    private static double seconds(Duration duration) {
      return Math.round(duration.toMillis() / 100.0) / 10.0;
    }
  }

  /// What an action waits for.
  @Wire
  public record WaitingBody(
      @Among(Vocabulary.WAIT_KIND) String kind,
      String text,
      Instant since,
      @Nullable Instant until,
      @Nullable Integer position) {

    static @Nullable WaitingBody of(@Nullable WaitingOn waiting, boolean isOperator) {
      return waiting == null
          ? null
          : new WaitingBody(
              waiting.kind().code(),
              isOperator ? waiting.text() : waiting.kind().tenantText(),
              waiting.since(),
              waiting.until(),
              waiting.position());
    }
  }

  /// A step that waits for a person.
  @Wire
  public record ParkingBody(
      int number,
      String step,
      @Among(Vocabulary.PHASE) String phase,
      @Among(Vocabulary.PARK_CAUSE) String cause,
      Instant since,
      String next) {

    static @Nullable ParkingBody of(@Nullable Parking parking, boolean isOperator) {
      if (parking == null) {
        return null;
      }
      ParkCause cause = parking.cause();
      return new ParkingBody(
          parking.number(),
          parking.step(),
          parking.phase().code(),
          cause.code(),
          parking.since(),
          isOperator ? cause.next() : TenantWords.cause(cause) + ". " + TenantWords.next());
    }
  }

  /// The last failure of an action.
  ///
  /// @param retryable whether the step may yet succeed by being called again
  @Wire
  public record ErrorBody(
      @Among(Vocabulary.FAILURE) String code, String message, String step, boolean retryable) {

    static @Nullable ErrorBody of(Action action, boolean isOperator) {
      ActionError error = action.error();
      return error == null
          ? null
          : new ErrorBody(
              error.code(),
              isOperator ? error.message() : TenantWords.failure(error.code()),
              error.step(),
              error.isRetryable() && !action.status().isFinal());
    }
  }

  /// Why an attempt failed.
  @Wire
  public record AttemptErrorBody(@Among(Vocabulary.ATTEMPT_FAILURE) String code, String message) {

    static @Nullable AttemptErrorBody of(
        @Nullable String code, @Nullable String message, boolean isOperator) {
      return code == null
          ? null
          : new AttemptErrorBody(
              code, isOperator && message != null ? message : TenantWords.failure(code));
    }
  }

  /// One try of a step.
  @Wire
  public record AttemptBody(
      int number,
      @Among(Vocabulary.PHASE) String phase,
      @Among(Vocabulary.ATTEMPT_STATUS) String status,
      Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable AttemptErrorBody error) {}
}
