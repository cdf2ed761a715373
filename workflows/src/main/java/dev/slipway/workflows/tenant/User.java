package dev.slipway.workflows.tenant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person who signs in.
///
/// @param email lower case, unique
/// @param lastLoginAt null before the first sign-in
public record User(
    UserId id,
    TenantId tenantId,
    String email,
    String name,
    Role role,
    @Nullable Instant lastLoginAt) {}
