package dev.slipway.workflows.catalog;

import dev.slipway.workflows.server.ServerSize;
import java.util.ArrayList;
import java.util.List;

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
    boolean isActive) {

  /// What it needs that a size does not have.
  public List<Misfit> misfits(ServerSize size) {
    List<Misfit> misfits = new ArrayList<>();
    if (size.diskGib() < minDiskGib) {
      misfits.add(
          new Misfit("image", "disk_too_small", name + " needs a disk of " + minDiskGib + " GiB."));
    }
    if (size.memoryMib() < minMemoryMib) {
      misfits.add(
          new Misfit(
              "image", "memory_too_small", name + " needs " + minMemoryMib + " MiB of memory."));
    }
    return misfits;
  }
}
