package dev.slipway.ui.attention;

import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.tenant.UserId;
import java.util.Locale;
import java.util.stream.Stream;

/// Who looks after an action, as one filters by it.
enum Keeper {
  ANYONE,
  NOBODY,
  ME;

  static Keeper ofCode(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst().orElse(ANYONE);
  }

  /// @param me who looks at the page
  boolean keeps(Action action, UserId me) {
    var assignee = action.assignee();
    return switch (this) {
      case ANYONE -> true;
      case NOBODY -> assignee == null;
      case ME -> assignee != null && me.equals(assignee.id());
    };
  }

  /// The word in the address.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String label() {
    return "attention.keeper." + code();
  }
}
