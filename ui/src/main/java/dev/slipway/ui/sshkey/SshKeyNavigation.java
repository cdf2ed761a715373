package dev.slipway.ui.sshkey;

/// The way to the page about SSH keys.
public final class SshKeyNavigation {

  /// The path of the list.
  public static final String LIST = "ssh-keys";

  private SshKeyNavigation() {}
}
