package dev.slipway.api.security;

import dev.slipway.workflows.tenant.Tenant;
import dev.slipway.workflows.tenant.User;

/// A user and where he belongs.
public record Profile(User user, Tenant tenant) {}
