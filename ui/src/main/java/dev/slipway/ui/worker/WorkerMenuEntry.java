package dev.slipway.ui.worker;

import dev.slipway.ui.shell.MenuEntry;
import dev.slipway.workflows.tenant.Permission;
import jakarta.inject.Singleton;

/// *Workers* in the sidebar.
@Singleton
final class WorkerMenuEntry implements MenuEntry {

  @Override
  public String label() {
    return "workers.title";
  }

  @Override
  public String path() {
    return WorkerNavigation.LIST;
  }

  @Override
  public String icon() {
    return "hammer";
  }

  @Override
  public Permission needs() {
    return Permission.ENGINE_VIEW;
  }

  @Override
  public String key() {
    return "w";
  }

  @Override
  public Group group() {
    return Group.PLATFORM;
  }

  @Override
  public int position() {
    return 15;
  }
}
