package dev.slipway.ui.attention;

import com.vaadin.flow.component.Component;
import dev.slipway.api.action.ActionService;
import dev.slipway.api.action.CommandRequest;
import dev.slipway.api.action.CommandResult;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.PageLimits;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.Assignee;
import dev.slipway.workflows.tenant.User;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Gives many actions one command, or one person to look after them.
@Singleton
class BulkCommands {
  private final ActionService actions;
  private final PageLimits limits;
  private final Live live;

  BulkCommands(ActionService actions, PageLimits limits, Live live) {
    this.actions = actions;
    this.limits = limits;
    this.live = live;
  }

  Sender by(Caller caller, User person) {
    return new Sender(caller, person);
  }

  /// What one operator can do to many actions.
  final class Sender {
    private final Caller caller;
    private final User person;

    private Sender(Caller caller, User person) {
      this.caller = caller;
      this.person = person;
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
          () -> {
            limits.changes(caller, shown.size());
            return actions.commandAll(caller, requests, updateId);
          },
          done,
          problem -> done.accept(allRefused(shown, problem)));
    }

    private static List<CommandResult> allRefused(List<Action> shown, ProblemException problem) {
      return shown.stream().map(action -> new CommandResult(action.id(), problem)).toList();
    }

    void takeOver(List<Action> shown) {
      limits.changes(caller, shown.size());
      actions.assign(caller, idsOf(shown), Assignee.of(person));
    }

    void giveBack(List<Action> shown) {
      limits.changes(caller, shown.size());
      actions.assign(caller, idsOf(shown), null);
    }

    private static List<ActionId> idsOf(List<Action> shown) {
      return shown.stream().map(Action::id).toList();
    }

    boolean keeps(Action action) {
      return Keeper.ME.keeps(action, person.id());
    }
  }
}
