package dev.slipway.ui.attention;

import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.tenant.UserId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /// Whose actions are asked for: a user's id, empty for nobody's, null for all.
  ///
  /// @param me who looks at the page
  @Nullable String assignee(UserId me) {
    return switch (this) {
      case ANYONE -> null;
      case NOBODY -> "";
      case ME -> me.value();
    };
  }

  /// What this one keeps of causes that are shown whole.
  ///
  /// @param me who looks at the page
  List<Cause> of(List<Cause> causes, UserId me) {
    return causes.stream()
        .map(cause -> cause.keptBy(this, me))
        .filter(cause -> cause.group().count() > 0)
        .toList();
  }

  /// The word in the address.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String label() {
    return "attention.keeper." + code();
  }
}
