package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.server.Server;

/// How a server stands, in the words of who reads it.
public record ServerState(Tone tone, String word) {

  /// The state of a server whose action is not at hand.
  public static ServerState of(Server server, boolean isOperator) {
    return of(
        new ServerRow(server, null, server.plan(), server.image(), server.location(), null),
        isOperator);
  }

  static ServerState of(ServerRow row, boolean isOperator) {
    var server = row.server();
    if (server.actionStatus() == ActionStatus.PARKED) {
      var key = isOperator ? "servers.state.attention" : "servers.state.delayed";
      return new ServerState(Tone.PARKED, text(key));
    }
    if (server.actionStatus() == ActionStatus.WAITING) {
      return new ServerState(Tone.WAITING, text("servers.state.waiting"));
    }
    var action = row.action();
    if (action != null && action.phase() == Phase.UNDO) {
      return new ServerState(Tone.BUSY, text("servers.state.undoing"));
    }
    return new ServerState(tone(server), text("servers.state." + server.status().code()));
  }

  private static Tone tone(Server server) {
    return switch (server.status()) {
      case QUEUED -> Tone.PENDING;
      case PROVISIONING -> Tone.BUSY;
      case RUNNING -> Tone.OK;
      case STOPPED -> Tone.OFF;
      case FAILED -> Tone.FAILED;
      case DESTROYED -> Tone.UNDONE;
    };
  }
}
