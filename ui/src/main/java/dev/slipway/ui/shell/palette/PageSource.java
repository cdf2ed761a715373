package dev.slipway.ui.shell.palette;

import static dev.slipway.ui.shell.part.Wording.text;

import dev.slipway.api.security.Caller;
import dev.slipway.ui.shell.MenuEntry;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The pages of the sidebar.
@Singleton
final class PageSource implements PaletteSource {
  private final List<MenuEntry> entries;

  PageSource(Collection<MenuEntry> entries) {
    this.entries =
        entries.stream()
            .sorted(Comparator.comparing(MenuEntry::group).thenComparingInt(MenuEntry::position))
            .toList();
  }

  @Override
  public List<PaletteItem> find(Caller caller, String words) {
    var wanted = words.toLowerCase(Locale.ROOT);
    return entries.stream()
        .filter(entry -> caller.may(entry.needs()))
        .filter(entry -> text(entry.label()).toLowerCase(Locale.ROOT).contains(wanted))
        .map(PageSource::item)
        .toList();
  }

  private static PaletteItem item(MenuEntry entry) {
    var hint = entry.key().isEmpty() ? "" : text("palette.page", entry.key());
    return PaletteItem.to(
        entry.path(), PaletteItem.Group.GO, entry.icon(), text(entry.label()), hint);
  }
}
