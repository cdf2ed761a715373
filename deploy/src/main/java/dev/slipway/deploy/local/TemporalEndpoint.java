package dev.slipway.deploy.local;

import java.util.Optional;

/// Where Temporal is.
///
/// @param mode which kind of server it is
/// @param address `host:port` of its gRPC frontend
/// @param namespace the namespace to work in
/// @param webUiUrl the root of its Web UI; empty when there is none or none is known
/// @param notice what this kind lacks, in one sentence for an operator; empty when nothing
public record TemporalEndpoint(
    TemporalMode mode,
    String address,
    String namespace,
    Optional<String> webUiUrl,
    Optional<String> notice) {}
