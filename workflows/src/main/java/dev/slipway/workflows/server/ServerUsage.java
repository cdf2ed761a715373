package dev.slipway.workflows.server;

/// What the servers of a scope have together; those that are destroyed have nothing.
///
/// @param servers how many there are
/// @param vcpus virtual processors
/// @param memoryMib memory in MiB
/// @param diskGib disk in GiB
public record ServerUsage(long servers, long vcpus, long memoryMib, long diskGib) {}
