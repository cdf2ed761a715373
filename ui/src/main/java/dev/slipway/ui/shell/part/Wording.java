package dev.slipway.ui.shell.part;

import com.vaadin.flow.i18n.I18NProvider;

/// The panel's words: every text has a key in `vaadin-i18n/translations.properties`.
public final class Wording {
  private Wording() {}

  /// The text of a key, its `{0}`, `{1}` … filled in.
  public static String text(String key, Object... values) {
    return I18NProvider.translate(key, values);
  }
}
