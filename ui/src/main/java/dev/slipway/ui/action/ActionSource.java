package dev.slipway.ui.action;

import dev.slipway.api.security.Caller;
import dev.slipway.ui.shell.palette.PaletteItem;
import dev.slipway.ui.shell.palette.PaletteItem.Group;
import dev.slipway.ui.shell.palette.PaletteSource;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.tenant.Permission;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/// What has not ended, by title, and any action by its id.
@Singleton
final class ActionSource implements PaletteSource {
  private static final int MOST = 4;

  private final ActionListReader reader;

  ActionSource(ActionListReader reader) {
    this.reader = reader;
  }

  @Override
  public List<PaletteItem> find(Caller caller, String words) {
    if (words.isEmpty() || !caller.may(Permission.ACTIONS_VIEW)) {
      return List.of();
    }
    if (words.matches(ActionId.PREFIX + "_[0-9a-z]{1,40}")) {
      var path = ActionNavigation.path(new ActionId(words));
      return List.of(PaletteItem.to(path, Group.GO, "pulse", words, ""));
    }
    var wanted = words.toLowerCase(Locale.ROOT);
    return reader.allUnfinished(caller).stream()
        .filter(row -> row.title().toLowerCase(Locale.ROOT).contains(wanted))
        .limit(MOST)
        .map(row -> item(row, caller))
        .toList();
  }

  private static PaletteItem item(ActionRow row, Caller caller) {
    return PaletteItem.to(
        ActionNavigation.path(row.action().id()),
        Group.GO,
        "pulse",
        row.title(),
        ActionWords.doing(row.action(), caller.isOperator()));
  }
}
