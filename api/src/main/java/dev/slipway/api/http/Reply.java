package dev.slipway.api.http;

import org.jspecify.annotations.Nullable;

/// An answer that can be kept and given again.
///
/// @param location the `Location` header, null when none
/// @param <T> the body, a record that crosses HTTP
public record Reply<T>(int status, @Nullable String location, T body) {}
