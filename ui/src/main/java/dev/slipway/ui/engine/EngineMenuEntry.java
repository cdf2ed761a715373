package dev.slipway.ui.engine;

import dev.slipway.ui.shell.MenuEntry;
import dev.slipway.workflows.tenant.Permission;
import jakarta.inject.Singleton;

/// *Temporal* in the sidebar.
@Singleton
final class EngineMenuEntry implements MenuEntry {
  @Override
  public String label() {
    return "engine.title";
  }

  @Override
  public String path() {
    return "engine";
  }

  @Override
  public String icon() {
    return "cpu";
  }

  @Override
  public Permission needs() {
    return Permission.ENGINE_VIEW;
  }

  @Override
  public String key() {
    return "t";
  }

  @Override
  public Group group() {
    return Group.PLATFORM;
  }

  @Override
  public int position() {
    return 20;
  }
}
