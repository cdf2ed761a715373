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
import dev.slipway.workflows.action.Residual;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An action as its tenant sees it.
///
/// @param progress 0 to 100
/// @param eta seconds that are left, usually
/// @param commands what this caller may do now
@Wire
@Schema(name = "Action")
public record TenantAction(
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
    @Among(Vocabulary.COMMAND) List<String> commands,
    String correlationId) {

  /// A step.
  ///
  /// @param progress 0 to 100 where it is known
  @Wire
  @Schema(name = "ActionStep")
  public record Step(
      String id,
      String label,
      @Among(Vocabulary.STEP_STATUS) String status,
      @Nullable Integer progress,
      List<AttemptBody> attempts,
      @Nullable Instant nextRetryAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      EstimateBody estimateSeconds,
      @Nullable Undo undo) {

    static Step of(ActionStep step) {
      return new Step(
          step.id(),
          step.label(),
          step.status().code(),
          step.progress(),
          ActionBodies.attempts(step, false),
          step.nextRetryAt(),
          step.startedAt(),
          step.finishedAt(),
          EstimateBody.of(step.estimate()),
          step.undoStatus() == null ? null : new Undo(step.undoStatus()));
    }
  }

  /// How the taking back of a step stands.
  @Wire
  @Schema(name = "ActionUndo")
  public record Undo(String status) {}

  /// Something that still exists after the action was taken back.
  @Wire
  @Schema(name = "ActionResidual")
  public record Leftover(String kind, String note) {

    static Leftover of(Residual residual) {
      return new Leftover(
          residual.kind(),
          "It still exists, is no part of your order any more, and costs you nothing.");
    }
  }

  static TenantAction of(Action action, EstimateBody eta, List<String> commands) {
    return new TenantAction(
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
        WaitingBody.of(action.waitingOn(), false),
        ParkingBody.of(action.parking(), false),
        action.steps().stream().map(Step::of).toList(),
        action.residual().stream().map(Leftover::of).toList(),
        ErrorBody.of(action, false),
        commands,
        action.correlationId());
  }
}
