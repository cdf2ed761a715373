package dev.slipway.deploy.local;

import static dev.slipway.deploy.local.Variables.given;

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
    String home = given(env, "HOME").orElse(System.getProperty("user.home"));
    Path caches = given(env, "XDG_CACHE_HOME").map(Path::of).orElse(Path.of(home, ".cache"));
    Path root = given(env, "SLIPWAY_CACHE").map(Path::of).orElse(caches.resolve("slipway"));
    return new CacheDirectory(root.toAbsolutePath().normalize());
  }

  /// Where the unpacked PostgreSQL lies, one directory for each build of it.
  Path postgres() throws IOException {
    return Files.createDirectories(root.resolve("postgres"));
  }
}
