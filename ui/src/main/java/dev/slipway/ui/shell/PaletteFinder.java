package dev.slipway.ui.shell;

import dev.slipway.api.security.Caller;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Asks every source, and keeps as many rows as are read at a glance.
@Singleton
class PaletteFinder {
  static final int MOST = 12;

  private final List<PaletteSource> sources;

  PaletteFinder(Collection<PaletteSource> sources) {
    this.sources = List.copyOf(sources);
  }

  List<PaletteItem> find(Caller caller, String words) {
    return sources.stream()
        .flatMap(source -> source.find(caller, words.strip()).stream())
        .limit(MOST)
        .sorted(Comparator.comparing(PaletteItem::group))
        .toList();
  }
}
