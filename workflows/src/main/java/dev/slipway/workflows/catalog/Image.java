package dev.slipway.workflows.catalog;

/// An operating system that a server can start from.
///
/// @param id `img_…`
/// @param code what orders name, such as `debian-13`
/// @param osFamily such as `debian`
public record Image(
    String id,
    String code,
    String name,
    String osFamily,
    int minDiskGib,
    int minMemoryMib,
    boolean isActive) {}
