package dev.slipway.ui.session;

import static dev.slipway.ui.shell.part.Wording.text;

import dev.slipway.api.security.Caller;
import dev.slipway.ui.shell.palette.PaletteItem;
import dev.slipway.ui.shell.palette.PaletteItem.Group;
import dev.slipway.ui.shell.palette.PaletteSource;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/// The account's page, which everybody has, in the palette.
@Singleton
final class AccountMenuItem implements PaletteSource {
  static final String PATH = "account";

  @Override
  public List<PaletteItem> find(Caller caller, String words) {
    var label = text("account.title");
    return label.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT))
        ? List.of(PaletteItem.to(PATH, Group.GO, "user", label, ""))
        : List.of();
  }
}
