package dev.slipway.deploy.local;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a child writes: appended to one file, which is set aside at a start when it has grown.
final class ChildLog {

  private static final long MAX_BYTES = 10L * 1024 * 1024;
  private static final int TAIL_BYTES = 16 * 1024;
  private static final int TAIL_LINES = 25;

  private final Path file;
  private volatile long begin;

  ChildLog(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /// Call before each start: the tail shows only what was written since.
  void begin() throws IOException {
    long size = Files.exists(file) ? Files.size(file) : 0;
    if (size > MAX_BYTES) {
      Files.move(file, file.resolveSibling(file.getFileName() + ".1"), REPLACE_EXISTING);
      size = 0;
    }
    PrivateFiles.open(file).close();
    begin = size;
  }

  /// The last lines written since the start, indented for a message.
  String tail() {
    try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
      reader.seek(Math.max(begin, reader.length() - TAIL_BYTES));
      byte[] bytes = new byte[(int) (reader.length() - reader.getFilePointer())];
      reader.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return String.join(
          "\n  ", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "(cannot read " + file + ": " + e.getMessage() + ")";
    }
  }
}
