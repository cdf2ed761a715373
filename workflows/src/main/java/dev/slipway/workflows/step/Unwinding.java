package dev.slipway.workflows.step;

/// Leaves a plan because its action is being aborted. An [Error], so that no plan catches it.
final class Unwinding extends Error {

  private static final long serialVersionUID = 1L;

  Unwinding() {
    super("the action is being aborted", null, false, false);
  }
}
