package dev.slipway.workflows.action;

/// Another action holds the resource's lane.
public final class LaneHeldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ActionId holder;

  /// @param resource what is held
  /// @param holder the action at work
  public LaneHeldException(Resource resource, ActionId holder) {
    super("Action " + holder + " is at work on " + resource.id());
    this.holder = holder;
  }

  /// The action at work.
  public ActionId holder() {
    return holder;
  }
}
