package dev.slipway.ui.sshkey;

import dev.slipway.api.security.Caller;
import dev.slipway.api.sshkey.SshKeyService;
import dev.slipway.ui.shell.MenuEntry;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.tenant.Permission;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

/// *SSH keys* in the sidebar, with how many there are.
@Singleton
final class SshKeyMenuEntry implements MenuEntry {
  private static final PageRequest COUNTED = new PageRequest(1, 1);

  private final SshKeyService keys;

  SshKeyMenuEntry(SshKeyService keys) {
    this.keys = keys;
  }

  @Override
  public String label() {
    return "keys.ssh.title";
  }

  @Override
  public String path() {
    return SshKeyNavigation.LIST;
  }

  @Override
  public String icon() {
    return "key";
  }

  @Override
  public Permission needs() {
    return Permission.SERVERS_VIEW;
  }

  @Override
  public String key() {
    return "k";
  }

  @Override
  public Group group() {
    return Group.MAIN;
  }

  @Override
  public int position() {
    return 40;
  }

  @Override
  public OptionalLong count(Caller caller) {
    return OptionalLong.of(keys.list(caller, COUNTED).total());
  }
}
