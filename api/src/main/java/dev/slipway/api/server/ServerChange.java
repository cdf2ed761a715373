package dev.slipway.api.server;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What changes about a server; null leaves a part as it is.
public record ServerChange(
    @Nullable String name, @Nullable Map<String, String> labels, @Nullable Boolean isProtected) {}
