package dev.slipway.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Lets PostgreSQL, which refuses to run as root, be run by root: inside a user namespace it is
/// nobody in particular, and still owns its files.
final class NotRoot {

  private static final String UNSHARE = "/usr/bin/unshare";
  private static final List<String> PREFIX = List.of(UNSHARE, "--user");

  private NotRoot() {}

  /// What to put before a command; the process keeps its pid. Empty for everybody but root.
  ///
  /// @throws StartFailedException when root may not make user namespaces, as in most containers
  static List<String> prefix() {
    if (!isRoot()) {
      return List.of();
    }
    if (!Allowed.ANSWER) {
      throw new StartFailedException(
          "PostgreSQL refuses to run as root, and this system lets root make no user namespace. Run Slipway as an ordinary user, or give it a database with DATABASE_URL.");
    }
    return PREFIX;
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  /// Asked once, and only when it matters.
  private static final class Allowed {

    private static final boolean ANSWER = ask();

    private static boolean ask() {
      try {
        Process process = new ProcessBuilder(UNSHARE, "--user", "/bin/sh", "-c", ":").start();
        return process.waitFor() == 0;
      } catch (IOException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
