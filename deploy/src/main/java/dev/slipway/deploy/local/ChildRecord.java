package dev.slipway.deploy.local;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// What a pid file says of a child process: enough for the next launcher to recognise it.
///
/// @param pid the process
/// @param startedAt when it was started
/// @param dataPath the data it works on
/// @param ports the loopback ports it was given, in the program's order
/// @param command the full command line it was started with
record ChildRecord(
    long pid, Instant startedAt, Path dataPath, List<Integer> ports, List<String> command) {

  ChildRecord {
    ports = List.copyOf(ports);
    command = List.copyOf(command);
  }

  /// Reads a pid file; empty when the file is absent or not a pid file
  static Optional<ChildRecord> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Files.readString(file)));
      return Optional.of(of(properties));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    line(text, "pid", Long.toString(pid));
    line(text, "started", startedAt.toString());
    line(text, "data", dataPath.toString());
    line(text, "ports", String.join(" ", ports.stream().map(String::valueOf).toList()));
    for (int i = 0; i < command.size(); i++) {
      line(text, "command." + i, command.get(i));
    }
    PrivateFiles.write(file, text.toString());
  }

  private static ChildRecord of(Properties properties) {
    List<String> command = new ArrayList<>();
    for (int i = 0; properties.containsKey("command." + i); i++) {
      command.add(properties.getProperty("command." + i));
    }
    return new ChildRecord(
        Long.parseLong(properties.getProperty("pid", "")),
        Instant.parse(properties.getProperty("started", "")),
        Path.of(properties.getProperty("data", "")),
        Stream.of(properties.getProperty("ports", "").split(" ")).map(Integer::valueOf).toList(),
        command);
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append(key).append('=').append(value.replace("\\", "\\\\")).append('\n');
  }
}
