package dev.slipway.workflows.step;

/// Leaves a workflow whose action ended elsewhere: before it began, or in a newer run. An [Error],
/// so that no plan catches it.
final class Over extends Error {

  private static final long serialVersionUID = 1L;

  Over() {
    super("the action is over", null, false, false);
  }
}
