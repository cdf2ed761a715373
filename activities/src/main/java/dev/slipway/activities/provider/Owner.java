package dev.slipway.activities.provider;

/// Whom an object at a provider is labelled for.
///
/// @param action the action's id
/// @param tenant the tenant's id
/// @param server the server's id
public record Owner(String action, String tenant, String server) {}
