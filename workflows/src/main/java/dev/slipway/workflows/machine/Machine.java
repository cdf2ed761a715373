package dev.slipway.workflows.machine;

/// A machine that exists.
///
/// @param request what was asked
/// @param key the key it was made under
/// @param externalId the provider's id
public record Machine(CreateMachine request, String key, String externalId) {

  /// The machine as far as it is known beforehand.
  public static Machine expected(MachineTask task) {
    return new Machine(task.request(), task.key(), task.externalId());
  }
}
