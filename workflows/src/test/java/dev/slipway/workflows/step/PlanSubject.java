package dev.slipway.workflows.step;

import dev.slipway.workflows.world.InMemoryWorld;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What a plan tells the contract about itself.
///
/// @param <O> the order
public interface PlanSubject<O> {

  /// The plan.
  Plan<O> plan();

  /// The workflow's type in Temporal.
  default String type() {
    return plan().getClass().getSimpleName();
  }

  /// The workflow that runs it.
  Class<? extends PlanWorkflow<O>> workflow();

  /// Any order that can be carried out; another number is another order.
  O order(RandomGenerator random);

  /// Changed inputs that a step accepts.
  Map<String, Object> editsOf(Step<?, ?, ?> step);

  /// The world it runs in.
  InMemoryWorld world();

  /// The folder of its histories, which is the action's type.
  String folder();
}
