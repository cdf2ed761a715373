package dev.slipway.ui.shell;

import dev.slipway.api.security.Caller;
import dev.slipway.workflows.tenant.Permission;
import java.util.OptionalLong;

/// A page's place in the sidebar. Every noun declares its own, as a bean.
public interface MenuEntry {

  /// The group of an entry, in the order of the sidebar.
  enum Group {
    MAIN,
    PLATFORM
  }

  /// The key of its words.
  String label();

  /// The key of shorter words for narrow places.
  default String shortLabel() {
    return label();
  }

  /// Where it leads, without a leading slash.
  String path();

  /// Its icon in `icons.svg`.
  String icon();

  /// What one must be allowed to do to see it.
  Permission needs();

  /// The key that leads there after `g`, empty for none.
  default String key() {
    return "";
  }

  /// The group it stands in.
  Group group();

  /// The place within its group, the smallest first.
  int position();

  /// A number beside it, empty for none.
  default OptionalLong count(Caller caller) {
    return OptionalLong.empty();
  }

  /// Whether its number asks somebody to act.
  default boolean isUrgent() {
    return false;
  }
}
