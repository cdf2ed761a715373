package dev.slipway.api.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The sign-in behind a request.
///
/// @param family what its tokens descend from, null for a token without one
/// @param expiresAt when the access token of the request expires
public record Session(@Nullable String family, Instant expiresAt) {}
