package dev.slipway.workflows.action;

/// Another action holds the resource's lane.
public final class LaneHeldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// @param resource what is held
  public LaneHeldException(Resource resource) {
    super("Another action holds " + resource.id());
  }
}
