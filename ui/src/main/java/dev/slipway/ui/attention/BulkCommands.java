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
import java.util.LinkedHashMap;
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

    /// Answers the parkings that were shown, and no later ones.
    void send(
        Component at,
        List<Action> shown,
        CommandRequest request,
        Consumer<List<CommandResult>> done) {
      var updateId = "panel-" + UUID.randomUUID();
      var requests = new LinkedHashMap<ActionId, CommandRequest>();
      shown.forEach(action -> requests.put(action.id(), request.answeringShown(action)));
      live.apart(
          at,
          () -> actions.commandAll(caller, requests, updateId),
          done,
          problem -> done.accept(allRefused(shown, problem)));
    }

    private static List<CommandResult> allRefused(List<Action> shown, ProblemException problem) {
      return shown.stream().map(action -> new CommandResult(action.id(), problem)).toList();
    }

    void takeOver(List<Action> shown) {
      actions.assign(caller, idsOf(shown), name);
    }

    void giveBack(List<Action> shown) {
      actions.assign(caller, idsOf(shown), "");
    }

    private static List<ActionId> idsOf(List<Action> shown) {
      return shown.stream().map(Action::id).toList();
    }

    boolean keeps(Action action) {
      return Keeper.ME.keeps(action, name);
    }
  }
}
