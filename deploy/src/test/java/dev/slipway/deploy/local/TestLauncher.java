package dev.slipway.deploy.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A launcher in a process of its own, so that a test can kill it.
final class TestLauncher {

  private static final String READY = "ready";

  private final Process process;

  private TestLauncher(Process process) {
    this.process = process;
  }

  /// What the other process runs: opens the world, says so, and stays until it is stopped.
  ///
  /// @param args none
  public static void main(String[] args) throws InterruptedException {
    try {
      LocalWorld world = LocalWorld.open(System.getenv());
      Runtime.getRuntime().addShutdownHook(new Thread(world::close));
      System.out.println(READY);
      Thread.currentThread().join();
    } catch (StartFailedException e) {
      System.out.println(e.getMessage());
      System.exit(1);
    }
  }

  static TestLauncher start(Map<String, String> env) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            TestLauncher.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(env);
    return new TestLauncher(builder.start());
  }

  /// Everything it says until it is ready, or until it ends.
  String awaitReadyOrEnd() throws IOException {
    StringBuilder said = new StringBuilder();
    BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
    String line = reader.readLine();
    while (line != null && !line.equals(READY)) {
      said.append(line).append('\n');
      line = reader.readLine();
    }
    return line == null ? said.toString() : said.append(READY).toString();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  int stop() throws InterruptedException {
    process.destroy();
    process.waitFor(1, TimeUnit.MINUTES);
    return process.exitValue();
  }
}
