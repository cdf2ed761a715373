package dev.slipway.workflows.world;

/// The worker dies here: nothing after this point happens, and nobody answers the engine.
final class WorkerDeath extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WorkerDeath() {
    super("the worker died", null, false, false);
  }
}
