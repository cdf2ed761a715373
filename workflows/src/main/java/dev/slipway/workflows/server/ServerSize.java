package dev.slipway.workflows.server;

/// What a server is made of.
///
/// @param vcpus virtual processors
/// @param memoryMib memory in MiB
/// @param diskGib disk in GiB
public record ServerSize(int vcpus, int memoryMib, int diskGib) {

  /// @throws IllegalArgumentException when a part is not positive
  public ServerSize {
    if (vcpus < 1 || memoryMib < 1 || diskGib < 1) {
      throw new IllegalArgumentException("Every part of a size is at least 1");
    }
  }
}
