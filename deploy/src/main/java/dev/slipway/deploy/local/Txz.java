package dev.slipway.deploy.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// Unpacks `.txz` archives without help of the system's `tar`, which may lack xz.
final class Txz {

  private static final int OWNER_MAY_RUN = 0100;

  private Txz() {}

  /// Unpacks all entries.
  ///
  /// @throws IOException also when an entry would land outside the directory
  static void unpack(InputStream archive, Path directory) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
          throw new IOException("the archive entry " + entry.getName() + " leaves the directory");
        }
        write(tar, entry, target);
      }
    }
  }

  private static void write(InputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean mayRun = (entry.getMode() & OWNER_MAY_RUN) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(mayRun ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
