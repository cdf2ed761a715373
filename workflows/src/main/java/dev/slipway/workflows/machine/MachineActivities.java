package dev.slipway.workflows.machine;

import dev.slipway.workflows.step.Adoption;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/// Makes, watches and destroys machines at a provider. Act, monitor and wait are separate calls.
@ActivityInterface
public interface MachineActivities {

  /// Finds the machine of the key, or asks for it; returns as soon as the provider accepted.
  @ActivityMethod(name = "CreateMachine")
  MachineTask create(CreateMachine request);

  /// Takes a machine made by hand in the place of the key's. Refuses one bound to another action,
  /// labelled for another tenant, or of another shape, and says what differs.
  @ActivityMethod(name = "AdoptMachine")
  MachineTask adopt(Adoption<CreateMachine> adoption);

  /// Destroys the machine of the key, or releases it when it was adopted; none is a success.
  @ActivityMethod(name = "DestroyMachine")
  void destroy(CreateMachine request);

  /// Follows the task to its end with heartbeats. A task that ended in error leaves a wreck: it is
  /// removed and made again under the same key by the next attempt.
  @ActivityMethod(name = "AwaitMachine")
  Machine await(MachineTask task);

  /// Sets host name, networks and keys; the same configuration twice is one.
  @ActivityMethod(name = "ConfigureMachine")
  Machine configure(Machine machine);

  /// Looks whether the machine runs and answers.
  @ActivityMethod(name = "VerifyMachine")
  Machine verify(Machine machine);
}
