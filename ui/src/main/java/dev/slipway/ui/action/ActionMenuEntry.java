package dev.slipway.ui.action;

import dev.slipway.api.action.ActionService;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.shell.MenuEntry;
import dev.slipway.workflows.tenant.Permission;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

/// *Activity* in the sidebar, with how many actions are unfinished.
@Singleton
final class ActionMenuEntry implements MenuEntry {
  private final ActionService actions;

  ActionMenuEntry(ActionService actions) {
    this.actions = actions;
  }

  @Override
  public String label() {
    return "actions.title";
  }

  @Override
  public String path() {
    return ActionNavigation.LIST;
  }

  @Override
  public String icon() {
    return "pulse";
  }

  @Override
  public Permission needs() {
    return Permission.ACTIONS_VIEW;
  }

  @Override
  public String key() {
    return "o";
  }

  @Override
  public Group group() {
    return Group.MAIN;
  }

  @Override
  public int position() {
    return 20;
  }

  @Override
  public OptionalLong count(Caller caller) {
    var counts = actions.countUnfinished(caller).values();
    return OptionalLong.of(counts.stream().mapToLong(Long::longValue).sum());
  }
}
