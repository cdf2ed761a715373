package dev.slipway.ui.action;

import com.vaadin.flow.component.Component;
import dev.slipway.api.action.CommandRequest;
import dev.slipway.api.http.ProblemException;
import java.util.UUID;
import java.util.function.Consumer;

/// Gives an action a command without keeping the page waiting.
@FunctionalInterface
interface CommandSender {

  /// Sends a command.
  ///
  /// @param at what it was pressed on
  /// @param refused what to do when it does not fit
  void send(Component at, CommandRequest request, Consumer<ProblemException> refused);

  /// A new id, so that a command that is sent twice on the way is obeyed once.
  static String newUpdateId() {
    return "panel-" + UUID.randomUUID();
  }
}
