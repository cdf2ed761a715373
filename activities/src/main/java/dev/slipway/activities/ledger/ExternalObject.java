package dev.slipway.activities.ledger;

/// Something outside that belongs to a step.
///
/// @param generation the step's input generation
/// @param kind `reservation`, `address` or `machine`
/// @param key the key it was made under
/// @param externalId the provider's id
/// @param location the location's code
/// @param tenant the tenant's id
public record ExternalObject(
    String action,
    String step,
    int generation,
    String kind,
    String key,
    String externalId,
    Origin origin,
    String location,
    String tenant) {

  /// Whether a person made it, and the step took it.
  public boolean isAdopted() {
    return origin == Origin.ADOPTED;
  }
}
