package dev.slipway.ui.dashboard;

import dev.slipway.ui.shell.MenuEntry;
import dev.slipway.workflows.tenant.Permission;
import jakarta.inject.Singleton;

/// *Dashboard* in the sidebar.
@Singleton
final class DashboardMenuEntry implements MenuEntry {

  @Override
  public String label() {
    return "dashboard.title";
  }

  @Override
  public String path() {
    return "";
  }

  @Override
  public String icon() {
    return "grid";
  }

  @Override
  public Permission needs() {
    return Permission.SERVERS_VIEW;
  }

  @Override
  public String key() {
    return "d";
  }

  @Override
  public Group group() {
    return Group.MAIN;
  }

  @Override
  public int position() {
    return 5;
  }
}
