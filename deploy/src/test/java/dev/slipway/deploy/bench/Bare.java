package dev.slipway.deploy.bench;

import dev.slipway.deploy.bench.bare.BareApplication;
import dev.slipway.deploy.system.ConsoleLog;
import dev.slipway.deploy.system.ProductDatabase;
import dev.slipway.deploy.system.SlipwayProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The reference in a process of its own, with the JVM that `./slipway up` has, on the same
/// PostgreSQL and the same Temporal as the Slipway beside it.
final class Bare implements AutoCloseable {

  private static final long START_SECONDS = 60;
  private static final long STOP_SECONDS = 20;
  private static final String NO_TEMPORAL = "none";
  private static final Pattern PRODUCT = Pattern.compile(".*(/slipway-[^/]*\\.jar|/classes)");

  private final Process process;
  private final Endpoint endpoint;

  private Bare(Process process, Endpoint endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /// With endpoints and tasks.
  static Bare beside(SlipwayProcess slipway) throws Exception {
    return start(slipway, NO_TEMPORAL);
  }

  /// With a worker, too.
  static Bare withWorkerBeside(SlipwayProcess slipway) throws Exception {
    return start(slipway, temporalOf(slipway));
  }

  static String temporalOf(SlipwayProcess slipway) {
    return "127.0.0.1:" + slipway.port("temporal");
  }

  Endpoint endpoint() {
    return endpoint;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  private static Bare start(SlipwayProcess slipway, String temporal) throws Exception {
    ProductDatabase database = new ProductDatabase(slipway);
    Process process = process(database.beside("bare"), database.password(), temporal);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    ConsoleLog console = ConsoleLog.of(process, "bare.log", BareApplication.READY);
    try {
      var address = console.ready().get(START_SECONDS, TimeUnit.SECONDS);
      return new Bare(process, new Endpoint(address.resolve("bare/"), BareApplication.token()));
    } catch (Exception e) {
      process.destroyForcibly();
      throw new AssertionError("the reference did not start:\n" + console.tail(), e);
    }
  }

  private static Process process(String database, String password, String temporal)
      throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=" + Path.of("src/main/resources/logback.xml").toUri(),
                "-cp",
                classPath(),
                BareApplication.class.getName(),
                database,
                "postgres",
                password,
                temporal))
        .redirectErrorStream(true)
        .start();
  }

  /// What the tests have, without anything of Slipway but the tests of this module.
  private static String classPath() {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getProperty("java.class.path"))
        .filter(entry -> !PRODUCT.matcher(entry).matches())
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
