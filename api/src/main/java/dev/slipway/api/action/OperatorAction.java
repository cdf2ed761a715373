package dev.slipway.api.action;

import dev.slipway.api.action.ActionParts.AttemptBody;
import dev.slipway.api.action.ActionParts.ErrorBody;
import dev.slipway.api.action.ActionParts.EstimateBody;
import dev.slipway.api.action.ActionParts.ParkingBody;
import dev.slipway.api.action.ActionParts.RequesterBody;
import dev.slipway.api.action.ActionParts.ResourceBody;
import dev.slipway.api.action.ActionParts.WaitingBody;
import dev.slipway.api.http.Among;
import dev.slipway.api.http.Vocabulary;
import dev.slipway.api.http.Wire;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.action.Residual;
import dev.slipway.workflows.step.Editable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An action as an operator sees it: with raw errors, inputs and the provider's ids.
///
/// @param progress 0 to 100
/// @param eta seconds that are left, usually
/// @param assignee the name of who looks after it
/// @param abortRequested whether somebody asked for abort already
/// @param commands what this caller may do now
@Wire
public record OperatorAction(
    String id,
    String tenantId,
    @Among(Vocabulary.ACTION_TYPE) String type,
    @Among(Vocabulary.ACTION_STATUS) String status,
    @Among(Vocabulary.PHASE) String phase,
    long version,
    int progress,
    ResourceBody resource,
    RequesterBody requestedBy,
    @Nullable Instant notBefore,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    EstimateBody eta,
    @Nullable WaitingBody waitingOn,
    @Nullable ParkingBody parking,
    List<Step> steps,
    List<Leftover> residual,
    @Nullable ErrorBody error,
    @Nullable String assignee,
    boolean abortRequested,
    @Among(Vocabulary.COMMAND) List<String> commands,
    String correlationId) {

  /// A step.
  ///
  /// @param progress 0 to 100 where the provider tells it
  /// @param generation the input generation; only `retry_with` raises it
  /// @param inputs the request
  /// @param editable what `retry_with` may change
  /// @param externalId the provider's id of what it made
  @Wire
  @Schema(name = "OperatorActionStep")
  public record Step(
      String id,
      String label,
      @Among(Vocabulary.STEP_STATUS) String status,
      @Nullable Integer progress,
      int generation,
      List<AttemptBody> attempts,
      @Nullable Instant nextRetryAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      EstimateBody estimateSeconds,
      @Nullable Undo undo,
      @Nullable Object inputs,
      List<Field> editable,
      @Nullable String externalId) {

    static Step of(ActionType type, ActionStep step, @Nullable Object inputs) {
      return new Step(
          step.id(),
          step.label(),
          step.status().code(),
          step.progress(),
          step.generation(),
          ActionBodies.attempts(step, true),
          step.nextRetryAt(),
          step.startedAt(),
          step.finishedAt(),
          EstimateBody.of(step.estimate()),
          step.undoStatus() == null ? null : new Undo(step.undoStatus(), step.undoError()),
          inputs,
          type.step(step.id()).editable().stream().map(Field::of).toList(),
          step.externalId());
    }
  }

  /// How the taking back of a step stands.
  @Wire
  @Schema(name = "OperatorActionUndo")
  public record Undo(String status, @Nullable String error) {}

  /// A field that `retry_with` may change.
  ///
  /// @param schema its JSON schema
  @Wire
  @Schema(name = "EditableField")
  public record Field(String field, Map<String, Object> schema) {

    static Field of(Editable<?> editable) {
      return new Field(
          editable.field(), Map.of("type", "string", "pattern", "^" + editable.pattern() + "$"));
    }
  }

  /// Something that still exists after the action was taken back.
  @Wire
  @Schema(name = "OperatorActionResidual")
  public record Leftover(String kind, String note, @Nullable String externalId) {

    static Leftover of(Residual residual) {
      return new Leftover(residual.kind(), residual.note(), residual.externalId());
    }
  }

  static OperatorAction of(
      Action action, EstimateBody eta, List<Step> steps, List<String> commands) {
    var assignee = action.assignee();
    return new OperatorAction(
        action.id().value(),
        action.tenantId().value(),
        action.type().code(),
        action.status().code(),
        action.phase().code(),
        action.version(),
        action.progress(),
        ResourceBody.of(action.resource()),
        RequesterBody.of(action.requestedBy()),
        action.notBefore(),
        action.createdAt(),
        action.startedAt(),
        action.finishedAt(),
        eta,
        WaitingBody.of(action.waitingOn(), true),
        ParkingBody.of(action.parking(), true),
        steps,
        action.residual().stream().map(Leftover::of).toList(),
        ErrorBody.of(action, true),
        assignee == null ? null : assignee.name(),
        action.abortRequested(),
        commands,
        action.correlationId());
  }
}
