package dev.slipway.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Programs that every data directory of this user can share: `SLIPWAY_CACHE`, else
/// `~/.cache/slipway`; `./slipway` puts the `temporal` program there. Losing it costs a second or a
/// download, never data.
///
/// @param root the directory, which may not exist yet
record CacheDirectory(Path root) {

  static CacheDirectory of(Map<String, String> env) {
    String given = env.getOrDefault("SLIPWAY_CACHE", "");
    String home = env.getOrDefault("HOME", System.getProperty("user.home"));
    String caches = env.getOrDefault("XDG_CACHE_HOME", "");
    Path usual = caches.isBlank() ? Path.of(home, ".cache") : Path.of(caches);
    Path root = given.isBlank() ? usual.resolve("slipway") : Path.of(given);
    return new CacheDirectory(root.toAbsolutePath().normalize());
  }

  /// Where the unpacked PostgreSQL lies, one directory for each build of it.
  Path postgres() throws IOException {
    return Files.createDirectories(root.resolve("postgres"));
  }
}
