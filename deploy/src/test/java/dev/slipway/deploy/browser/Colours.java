package dev.slipway.deploy.browser;

import java.util.Locale;

/// What the panel's switch between dark and light is set to.
enum Colours {
  DARK,
  LIGHT;

  /// As the browser keeps it.
  String cookie() {
    return name().toLowerCase(Locale.ROOT);
  }
}
