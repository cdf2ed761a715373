package dev.slipway.workflows.action;

/// Tells what changed, as it changes, in this and every other process.
public interface ActionChanges {

  /// A change of an action or its resource.
  ///
  /// @param version the action's version after it
  record ActionChange(String actionId, String tenantId, String resourceId, long version) {}

  /// Hears of changes; called on a thread of the listener's connection, so it must be quick.
  interface Listener {

    /// Something changed.
    void changed(ActionChange change);

    /// Changes may have been missed: read everything again.
    void missedSome();

    /// Changes cannot be heard for now; `missedSome` comes when they can be again.
    default void lost() {}
  }

  /// An end to listening.
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /// Begins to listen.
  Subscription subscribe(Listener listener);
}
