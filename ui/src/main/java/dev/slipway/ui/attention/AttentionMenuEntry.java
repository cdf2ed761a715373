package dev.slipway.ui.attention;

import dev.slipway.api.action.ActionService;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.shell.MenuEntry;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.tenant.Permission;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

/// *Needs attention* in the sidebar, with how many actions wait for a person.
@Singleton
final class AttentionMenuEntry implements MenuEntry {
  private final ActionService actions;

  AttentionMenuEntry(ActionService actions) {
    this.actions = actions;
  }

  @Override
  public String label() {
    return "attention.title";
  }

  @Override
  public String shortLabel() {
    return "attention.short";
  }

  @Override
  public String path() {
    return AttentionView.PATH;
  }

  @Override
  public String icon() {
    return "alert";
  }

  @Override
  public Permission needs() {
    return Permission.ACTIONS_REPAIR;
  }

  @Override
  public String key() {
    return "n";
  }

  @Override
  public Group group() {
    return Group.MAIN;
  }

  @Override
  public int position() {
    return 10;
  }

  @Override
  public OptionalLong count(Caller caller) {
    return OptionalLong.of(actions.countUnfinished(caller).getOrDefault(ActionStatus.PARKED, 0L));
  }

  @Override
  public boolean isUrgent() {
    return true;
  }
}
