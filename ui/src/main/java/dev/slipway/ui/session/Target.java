package dev.slipway.ui.session;

/// The page to show after signing in; always one of ours, whatever the address said.
///
/// @param path below the panel's root, without a leading slash
record Target(String path) {
  static final Target HOME = new Target("");

  static Target of(String asked) {
    boolean isOurs = asked.matches("[A-Za-z0-9][A-Za-z0-9_./-]*(\\?[^#\\\\]*)?");
    return isOurs && !asked.startsWith("login") ? new Target(asked) : HOME;
  }

  /// As an address of its own, which loads the page anew.
  String location() {
    return "/" + path;
  }
}
