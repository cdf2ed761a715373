package dev.slipway.ui.shell;

import org.jspecify.annotations.Nullable;

/// A stop on the way to a page.
///
/// @param path where it leads, null for the page itself
public record Crumb(String label, @Nullable String path) {

  /// The page itself.
  public static Crumb here(String label) {
    return new Crumb(label, null);
  }
}
