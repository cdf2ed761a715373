package dev.slipway.ui.shell.palette;

import dev.slipway.api.http.StorableText;
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

  /// What fits, the best first; what is of one group stands together.
  List<PaletteItem> find(Caller caller, String words) {
    var typed = StorableText.of(words.strip());
    var likeness = Comparator.comparing((PaletteItem item) -> Likeness.of(item.label(), typed));
    var found =
        sources.stream()
            .flatMap(source -> source.find(caller, typed).stream())
            .sorted(likeness)
            .limit(MOST)
            .toList();
    return found.stream()
        .sorted(
            Comparator.comparing((PaletteItem item) -> best(item.group(), found, typed))
                .thenComparing(PaletteItem::group)
                .thenComparing(likeness))
        .toList();
  }

  private static Likeness best(PaletteItem.Group group, List<PaletteItem> found, String typed) {
    return found.stream()
        .filter(item -> item.group() == group)
        .map(item -> Likeness.of(item.label(), typed))
        .min(Comparator.naturalOrder())
        .orElse(Likeness.ELSEWHERE);
  }
}
