package dev.slipway.ui.shell.part;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Remembers what a part of a page shows, so that it is drawn anew only when that changed: what is
/// drawn anew loses the focus.
public final class Seen {
  private @Nullable List<@Nullable Object> last;

  /// Whether these are not what was seen last.
  public boolean isNew(@Nullable Object... parts) {
    List<@Nullable Object> now = Arrays.asList(parts);
    boolean isNew = !now.equals(last);
    last = now;
    return isNew;
  }
}
