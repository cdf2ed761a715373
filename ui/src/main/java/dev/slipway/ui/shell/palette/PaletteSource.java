package dev.slipway.ui.shell.palette;

import dev.slipway.api.security.Caller;
import java.util.List;

/// Something the palette searches. Every noun brings its own, as a bean.
public interface PaletteSource {

  /// What fits, the best first.
  ///
  /// @param words what was typed, stripped; empty before anything is
  List<PaletteItem> find(Caller caller, String words);
}
