package dev.slipway.workflows.step;

import java.util.List;

/// A business process as plain Java over [Steps]: no engine, no clock, no side effects in it.
///
/// @param <O> the order it works on, a record that crosses the wire
public interface Plan<O> {

  /// Every step the plan may run, in order; a step run but not listed is a defect.
  List<Step<?, ?, ?>> steps();

  /// The process. Later steps read results of earlier ones, never the order again.
  void execute(O order, Steps steps);
}
