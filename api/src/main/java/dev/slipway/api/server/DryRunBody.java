package dev.slipway.api.server;

import dev.slipway.api.action.ActionParts.EstimateBody;
import dev.slipway.api.catalog.PriceBody;
import dev.slipway.api.http.Among;
import dev.slipway.api.http.Vocabulary;
import dev.slipway.api.http.Wire;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an order would do.
@Wire
@Schema(name = "DryRun")
record DryRunBody(
    @Among(Vocabulary.ACTION_TYPE) String type,
    List<StepBody> steps,
    PriceBody price,
    QuotaBody quota,
    List<BlockerBody> blockers) {

  /// A step to come.
  ///
  /// @param undo how it is taken back, null when there is nothing to take back
  /// @param commands what an operator could do if it parked
  @Wire
  @Schema(name = "DryRunStep")
  record StepBody(
      String id,
      String label,
      @Nullable String undo,
      @Among(Vocabulary.COMMAND) List<String> commands,
      EstimateBody estimateSeconds) {}

  /// Servers of the tenant.
  @Wire
  @Schema(name = "DryRunQuota")
  record QuotaBody(long limit, long used, long after) {}

  /// What is in the way: a refusal to come, or `capacity`, for which the order would park.
  @Wire
  @Schema(name = "DryRunBlocker")
  record BlockerBody(String code, String detail) {}

  static DryRunBody of(DryRun run) {
    return new DryRunBody(
        run.type().code(),
        run.steps().stream()
            .map(step ->
                new StepBody(
                    step.id(),
                    step.label(),
                    step.undo(),
                    step.commands(),
                    EstimateBody.of(step.estimate())))
            .toList(),
        PriceBody.of(run.price()),
        new QuotaBody(run.quota().limit(), run.quota().used(), run.quota().after()),
        run.blockers().stream()
            .map(blocker -> new BlockerBody(blocker.code(), blocker.detail()))
            .toList());
  }
}
