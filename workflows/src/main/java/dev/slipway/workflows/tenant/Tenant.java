package dev.slipway.workflows.tenant;

/// Somebody who owns servers, or the platform itself.
///
/// @param path the names from the platform down, such as `/platform/northwind`
public record Tenant(TenantId id, String name, String path) {}
