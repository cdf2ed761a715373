package dev.slipway.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The files the launcher keeps about one child: pid file, ports, log.
final class ChildFiles {

  private final Path pidFile;
  private final Path portsFile;
  private final ChildLog log;

  ChildFiles(Path run, Path logs, String name) {
    this.pidFile = run.resolve(name + ".pid");
    this.portsFile = run.resolve(name + ".ports");
    this.log = new ChildLog(logs.resolve(name + ".log"));
  }

  Optional<ChildRecord> record() throws IOException {
    return ChildRecord.read(pidFile);
  }

  void record(ChildRecord record) throws IOException {
    record.write(pidFile);
  }

  void forget() throws IOException {
    Files.deleteIfExists(pidFile);
  }

  ChildLog log() {
    return log;
  }

  /// The ports of the last start while they are still free, so that links and open clients survive
  /// a restart; otherwise new ones.
  List<Integer> ports(int count) throws IOException {
    List<Integer> last = lastPorts();
    if (last.size() == count && last.stream().allMatch(LoopbackPorts::isFree)) {
      return last;
    }
    List<Integer> fresh = LoopbackPorts.fresh(count);
    PrivateFiles.write(
        portsFile, String.join("\n", fresh.stream().map(String::valueOf).toList()) + "\n");
    return fresh;
  }

  private List<Integer> lastPorts() throws IOException {
    if (!Files.exists(portsFile)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(portsFile)) {
      return lines.map(Integer::valueOf).toList();
    } catch (NumberFormatException e) {
      return List.of();
    }
  }
}
