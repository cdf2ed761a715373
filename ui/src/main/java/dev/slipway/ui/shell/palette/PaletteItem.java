package dev.slipway.ui.shell.palette;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;

/// One thing the palette offers.
///
/// @param icon its icon in `icons.svg`
/// @param hint what else is worth knowing of it, may be empty
/// @param deed what it does
public record PaletteItem(Group group, String icon, String label, String hint, Deed deed) {

  /// What is done when it is chosen.
  public sealed interface Deed {

    /// Something the panel does, after which the palette closes.
    record Run(Runnable work) implements Deed {}

    /// A text that the browser copies; the palette stays and says that it did.
    record Copy(String text) implements Deed {}
  }

  /// What kind of thing it is, in the order of the list.
  public enum Group {
    ACT,
    GO,
    CREATE;

    String label() {
      return "palette.group." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// A way to a page.
  ///
  /// @param path without a leading slash, with its query
  public static PaletteItem to(String path, Group group, String icon, String label, String hint) {
    return new PaletteItem(group, icon, label, hint, new Deed.Run(() -> navigate(path)));
  }

  /// A text to take along, which its hint shows.
  public static PaletteItem copying(String text, String label) {
    return new PaletteItem(Group.ACT, "copy", label, text, new Deed.Copy(text));
  }

  private static void navigate(String path) {
    var parts = path.split("\\?", 2);
    var query = parts.length > 1 ? QueryParameters.fromString(parts[1]) : QueryParameters.empty();
    UI.getCurrent().navigate(parts[0], query);
  }
}
