package dev.slipway.ui.attention;

import com.vaadin.flow.component.Component;
import dev.slipway.api.action.ActionService;
import dev.slipway.api.action.CommandRequest;
import dev.slipway.api.action.CommandResult;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.shell.Live;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Gives many actions one command, or one person to look after them.
@Singleton
class BulkCommands {
  private final ActionService actions;
  private final Live live;

  BulkCommands(ActionService actions, Live live) {
    this.actions = actions;
    this.live = live;
  }

  Sender by(Caller caller, String name) {
    return new Sender(caller, name);
  }

  /// What one operator can do to many actions.
  final class Sender {
    private final Caller caller;
    private final String name;

    private Sender(Caller caller, String name) {
      this.caller = caller;
      this.name = name;
    }

    void send(
        Component at,
        List<ActionId> ids,
        CommandRequest request,
        Consumer<List<CommandResult>> done) {
      var updateId = "panel-" + UUID.randomUUID();
      live.apart(
          at,
          () -> actions.commandAll(caller, ids, request, updateId),
          done,
          problem -> done.accept(allRefused(ids, problem)));
    }

    private static List<CommandResult> allRefused(List<ActionId> ids, ProblemException problem) {
      return ids.stream().map(id -> new CommandResult(id, problem)).toList();
    }

    void takeOver(List<ActionId> ids) {
      actions.assign(caller, ids, name);
    }

    void giveBack(List<ActionId> ids) {
      actions.assign(caller, ids, "");
    }

    boolean keeps(Action action) {
      return Keeper.ME.keeps(action, name);
    }
  }
}
