package dev.slipway.workflows.machine;

import org.jspecify.annotations.Nullable;

/// A machine whose creation the provider accepted.
///
/// @param request what was asked
/// @param key the key it was made under
/// @param externalId the provider's id of the machine
/// @param taskRef the provider's task, null when there is none to poll
public record MachineTask(
    CreateMachine request, String key, String externalId, @Nullable String taskRef) {

  /// The task as far as it is known beforehand.
  public static MachineTask expected(CreateMachine request) {
    return new MachineTask(request, "", "", null);
  }
}
