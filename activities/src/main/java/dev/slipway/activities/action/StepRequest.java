package dev.slipway.activities.action;

import dev.slipway.workflows.step.Adoption;
import dev.slipway.workflows.step.WireJson;
import org.jspecify.annotations.Nullable;

/// What an attempt is asked to do, as the tables keep it.
///
/// @param json the step's request
/// @param adopting the provider's id of what is to be adopted for it, null when nothing is
public record StepRequest(String json, @Nullable String adopting) {

  /// The request in an activity's argument.
  public static StepRequest of(Object argument) {
    return argument instanceof Adoption<?>(var request, var externalId)
        ? new StepRequest(WireJson.write(request), externalId)
        : new StepRequest(WireJson.write(argument), null);
  }
}
