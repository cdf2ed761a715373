package dev.slipway.workflows.step;

/// What a plan may do: run steps.
public interface Steps {

  /// Runs a step and returns its result; returns late, after waits and parkings, or not at all when
  /// the action is aborted.
  ///
  /// @param <A> the activity interface
  /// @param <Q> the request
  /// @param <R> the result
  <A, Q, R> R run(Step<A, Q, R> step, Q request);

  /// Whether a change of the plan holds for this action: true unless it had passed this point
  /// before the change was released. The only way in which a released plan changes.
  ///
  /// @param version the plan's version that brought the change, from 2
  boolean since(int version);
}
