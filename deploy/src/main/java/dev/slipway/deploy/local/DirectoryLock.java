package dev.slipway.deploy.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The one launcher's claim on a data directory; the operating system drops it when the launcher
/// dies, however it dies.
final class DirectoryLock implements AutoCloseable {

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the claim.
  ///
  /// @throws StartFailedException when another launcher holds the file
  static DirectoryLock take(Path file) throws IOException {
    FileChannel channel = PrivateFiles.open(file);
    if (tryLock(channel) == null) {
      channel.close();
      throw new StartFailedException(
          "Slipway already runs on %s (process %s). Stop it first, or give this one its own directory with SLIPWAY_DATA."
              .formatted(file.toAbsolutePath().getParent(), Files.readString(file).strip()));
    }
    channel.truncate(0);
    String pid = ProcessHandle.current().pid() + "\n";
    channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
    return new DirectoryLock(channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /// Closing the channel releases the lock.
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
