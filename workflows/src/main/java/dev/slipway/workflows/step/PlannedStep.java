package dev.slipway.workflows.step;

import dev.slipway.workflows.action.Estimate;
import dev.slipway.workflows.action.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A step as a dry run shows it.
///
/// @param undo how it is taken back, null when there is nothing to take back
/// @param commands what an operator could do if it parked
/// @param estimate how long it usually takes
public record PlannedStep(
    String id, String label, @Nullable String undo, List<String> commands, Estimate estimate) {

  static PlannedStep of(Step<?, ?, ?> step) {
    return new PlannedStep(
        step.id(),
        step.label(),
        step.undo().map(Step.Undo::label).orElse(null),
        step.commandsWhenParked(Phase.FORWARD).stream().map(CommandKind::code).toList(),
        step.expectation());
  }

  /// The same with an estimate from past runs.
  public PlannedStep taking(Estimate usual) {
    return new PlannedStep(id, label, undo, commands, usual);
  }
}
