package dev.slipway.ui.server;

import dev.slipway.api.security.Caller;
import dev.slipway.api.server.ServerService;
import dev.slipway.ui.shell.MenuEntry;
import dev.slipway.workflows.tenant.Permission;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

/// *Servers* in the sidebar, with how many exist.
@Singleton
final class ServerMenuEntry implements MenuEntry {
  private final ServerService servers;

  ServerMenuEntry(ServerService servers) {
    this.servers = servers;
  }

  @Override
  public String label() {
    return "servers.title";
  }

  @Override
  public String path() {
    return ServerNavigation.LIST;
  }

  @Override
  public String icon() {
    return "server";
  }

  @Override
  public Permission needs() {
    return Permission.SERVERS_VIEW;
  }

  @Override
  public String key() {
    return "s";
  }

  @Override
  public Group group() {
    return Group.MAIN;
  }

  @Override
  public int position() {
    return 30;
  }

  @Override
  public OptionalLong count(Caller caller) {
    var counts = servers.countByStatus(caller).values();
    return OptionalLong.of(counts.stream().mapToLong(Long::longValue).sum());
  }
}
