package dev.slipway.workflows.step;

/// What an adopting activity receives: the request it takes the place of, and what to adopt.
///
/// @param <Q> the request
/// @param externalId the provider's id as the operator gave it
public record Adoption<Q>(Q request, String externalId) {}
