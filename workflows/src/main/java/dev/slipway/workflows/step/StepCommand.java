package dev.slipway.workflows.step;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The one argument of every Update, the same from panel, API and Temporal's own UI.
///
/// @param action the action's id; may be left out, else it must be this one
/// @param parking the parking it answers; may be left out, else it must be the present one
/// @param step the parked step; may be left out, else it must be the parked one
/// @param inputs the changed fields of `retry_with`
/// @param externalId what `adopt` takes
/// @param reason why, needed for `adopt`, `skip` and `abort`
/// @param actor who; one that was not sent by panel or API is recorded as unverified
public record StepCommand(
    @Nullable String action,
    @Nullable Integer parking,
    @Nullable String step,
    @Nullable Map<String, Object> inputs,
    @JsonProperty("external_id") @Nullable String externalId,
    @Nullable String reason,
    @Nullable String actor) {

  /// Who stands in the record when a command names nobody.
  public static final String UNVERIFIED = "temporal-ui (unverified)";

  private static final String DOUBT = " (unverified)";

  /// Who gave it.
  public String givenBy() {
    return actor == null || actor.isBlank() ? UNVERIFIED : actor;
  }

  /// The same of somebody who may be anybody, so that no name in the record passes for a user's id.
  StepCommand unverified() {
    String name = givenBy();
    return new StepCommand(
        action,
        parking,
        step,
        inputs,
        externalId,
        reason,
        name.endsWith(DOUBT) ? name : name + DOUBT);
  }
}
