package dev.slipway.deploy.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL programs on the class path, unpacked once for each user and build.
///
/// @param home the directory that holds `bin`, `lib` and `share`
record PostgresBinaries(Path home) {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);

  /// Unpacks into the cache unless it is there. A directory of the final name is complete: it gets
  /// that name by one rename, so a killed launcher leaves nothing half-made behind it.
  static PostgresBinaries in(CacheDirectory cache) throws IOException {
    URL archive = archive();
    Path home = cache.postgres().resolve(buildOf(archive));
    if (!Files.isDirectory(home)) {
      try (FileChannel channel = PrivateFiles.open(home.resolveSibling("unpacking.lock"));
          var _ = channel.lock()) {
        unpack(archive, home);
      }
    }
    return new PostgresBinaries(home);
  }

  Path initdb() {
    return home.resolve("bin/initdb");
  }

  Path postgres() {
    return home.resolve("bin/postgres");
  }

  private static void unpack(URL archive, Path home) throws IOException {
    if (Files.isDirectory(home)) {
      return;
    }
    LOG.info("postgres_unpacking to={}", home);
    Path unfinished = home.resolveSibling(home.getFileName() + ".unfinished");
    Trees.delete(unfinished);
    try (InputStream stream = new BufferedInputStream(archive.openStream())) {
      Txz.unpack(stream, unfinished);
    }
    Files.move(unfinished, home, ATOMIC_MOVE);
  }

  private static URL archive() {
    String name = "postgres-%s-%s.txz".formatted(system(), machine());
    URL archive = PostgresBinaries.class.getClassLoader().getResource(name);
    if (archive == null) {
      throw new StartFailedException(
          "Slipway brings no PostgreSQL for %s %s (%s). Give it one with DATABASE_URL."
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), name));
    }
    return archive;
  }

  private static String buildOf(URL archive) throws IOException {
    URLConnection connection = archive.openConnection();
    long mark =
        connection instanceof JarURLConnection jar
            ? jar.getJarEntry().getCrc()
            : connection.getContentLengthLong();
    return "%s-%s-%08x".formatted(system(), machine(), mark);
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name;
  }

  private static String machine() {
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      case String other -> other;
    };
  }
}
