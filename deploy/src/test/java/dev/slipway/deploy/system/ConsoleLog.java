package dev.slipway.deploy.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// Everything one process said, and the address it said it is ready at.
public final class ConsoleLog {

  private static final String READY = "Slipway is ready at ";
  private static final String READY_WITHOUT_ADDRESS = "Slipway is ready, without a public port";

  private final String readyLine;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final CompletableFuture<URI> ready = new CompletableFuture<>();
  private final CompletableFuture<Boolean> over = new CompletableFuture<>();

  ConsoleLog() {
    this(READY);
  }

  private ConsoleLog(String readyLine) {
    this.readyLine = readyLine;
  }

  /// Follows it, and keeps what it says under `target/system` for whoever reads a failed test.
  static ConsoleLog of(Process process, String name) {
    return of(process, name, READY);
  }

  /// Like [#of(Process, String)], of another program.
  ///
  /// @param readyLine how the line begins whose rest is the address
  public static ConsoleLog of(Process process, String name, String readyLine) {
    ConsoleLog log = new ConsoleLog(readyLine);
    Thread.ofVirtual().start(() -> log.follow(process, Path.of("target", "system", name)));
    return log;
  }

  /// Done when it is ready, with its address, which is empty where it has none; fails with what it
  /// said when it ends before.
  public CompletableFuture<URI> ready() {
    return ready;
  }

  /// Done when everything that was said is here.
  CompletableFuture<Boolean> over() {
    return over;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /// The last lines, for the message of a failed test.
  public String tail() {
    List<String> said = lines();
    return String.join("\n", said.subList(Math.max(0, said.size() - 80), said.size()));
  }

  private void follow(Process process, Path file) {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        Writer writer = writer(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
        writer.append(line).append('\n').flush();
        if (line.startsWith(readyLine)) {
          ready.complete(URI.create(line.substring(readyLine.length()).strip()));
        } else if (line.equals(READY_WITHOUT_ADDRESS)) {
          ready.complete(URI.create(""));
        }
      }
    } catch (IOException e) {
      lines.add("(the console broke off: " + e.getMessage() + ")");
    }
    ready.completeExceptionally(new AssertionError("It ended:\n" + tail()));
    over.complete(true);
  }

  private static Writer writer(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return Files.newBufferedWriter(
        file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE);
  }
}
