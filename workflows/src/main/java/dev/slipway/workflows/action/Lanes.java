package dev.slipway.workflows.action;

import java.util.List;
import java.util.Optional;

/// The lanes of resources: one action holds a lane, others may wait behind it. Call it inside
/// [dev.slipway.workflows.tenant.Transactions].
public interface Lanes {

  /// The action that holds a resource's lane; empty when it is free.
  Optional<ActionId> holder(Resource resource);

  /// The actions that wait behind it, the next one first.
  List<ActionId> waiting(Resource resource);

  /// Brings those that wait into another order. Nobody can hold, join or leave meanwhile.
  ///
  /// @return false when the order does not name exactly those that wait; then nothing was changed
  boolean reorder(Resource resource, List<ActionId> order);
}
