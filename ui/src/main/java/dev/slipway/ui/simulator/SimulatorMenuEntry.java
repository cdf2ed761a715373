package dev.slipway.ui.simulator;

import dev.slipway.ui.shell.MenuEntry;
import dev.slipway.workflows.tenant.Permission;
import jakarta.inject.Singleton;

/// *Simulator* in the sidebar.
@Singleton
final class SimulatorMenuEntry implements MenuEntry {
  @Override
  public String label() {
    return "simulator.title";
  }

  @Override
  public String path() {
    return "simulator";
  }

  @Override
  public String icon() {
    return "cloud";
  }

  @Override
  public Permission needs() {
    return Permission.SIMULATOR_MANAGE;
  }

  @Override
  public String key() {
    return "i";
  }

  @Override
  public Group group() {
    return Group.PLATFORM;
  }

  @Override
  public int position() {
    return 10;
  }
}
