package dev.slipway.activities.temporal;

/// A call was left because its worker stops. That says nothing about the provider: the attempt is
/// lost, and counts as none, and the next worker makes another.
final class WorkerStopsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WorkerStopsException() {
    super("The worker stops");
  }
}
