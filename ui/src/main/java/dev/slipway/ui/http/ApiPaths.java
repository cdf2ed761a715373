package dev.slipway.ui.http;

import java.util.List;

/// The paths of the public port that programs use; every other path belongs to the panel.
final class ApiPaths {
  static final List<String> ALL = List.of("/api", "/health", "/metrics", "/problems");

  private ApiPaths() {}

  static boolean contain(String path) {
    return ALL.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
  }
}
