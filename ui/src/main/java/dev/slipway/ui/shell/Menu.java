package dev.slipway.ui.shell;

import dev.slipway.api.security.Caller;
import dev.slipway.ui.shell.MenuEntry.Group;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Every entry of the sidebar, in its order.
@Singleton
final class Menu {
  private final List<MenuEntry> entries;

  Menu(Collection<MenuEntry> entries) {
    this.entries =
        entries.stream()
            .sorted(Comparator.comparing(MenuEntry::group).thenComparingInt(MenuEntry::position))
            .toList();
  }

  List<MenuEntry> entries(Caller caller, Group group) {
    return entries(caller).stream().filter(entry -> entry.group() == group).toList();
  }

  List<MenuEntry> entries(Caller caller) {
    return entries.stream().filter(entry -> caller.may(entry.needs())).toList();
  }
}
