package dev.slipway.api.server;

import dev.slipway.api.action.ActionService;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionFilter;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.server.ServerStatus;
import dev.slipway.workflows.tenant.Permission;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes servers back. One that is still being built is aborted, and asking again gives the same
/// action.
@Singleton
public class Destruction {

  private final ServerService servers;
  private final ActionService actions;

  Destruction(ServerService servers, ActionService actions) {
    this.servers = servers;
    this.actions = actions;
  }

  /// Aborts the creation of an unfinished server.
  ///
  /// @param confirm the server's name, typed once more
  /// @param updateId the request's idempotency key
  /// @param receipt runs in the transaction that writes the wish
  /// @return the action that builds it and now takes it back
  /// @throws ProblemException `not_found`, `invalid_input` when the name differs, `protected`,
  ///   `unsupported_by_provider` for a finished server
  public Action destroy(
      Caller caller, ServerId id, Confirmation confirm, String updateId, Consumer<Action> receipt) {
    caller.require(Permission.SERVERS_MANAGE);
    Server server = servers.find(caller, id);
    if (!server.name().value().equals(confirm.name())) {
      throw ProblemException.invalid(
          "/confirm", "mismatch", "Repeat the server's name to confirm.");
    }
    if (server.isProtected()) {
      throw new ProblemException(ProblemType.PROTECTED);
    }
    if (!server.status().isUnfinished() && server.status() != ServerStatus.DESTROYED) {
      throw notYet(server);
    }
    Action creation = creationOf(caller, id);
    return actions
        .abort(caller, creation.id(), confirm.why(), updateId, receipt)
        .orElseThrow(() -> notYet(servers.find(caller, id)));
  }

  private static ProblemException notYet(Server server) {
    return new ProblemException(
        ProblemType.UNSUPPORTED_BY_PROVIDER,
        "A server that is " + server.status().code() + " cannot be destroyed yet.");
  }

  private Action creationOf(Caller caller, ServerId id) {
    var filter = new ActionFilter(Set.of(), ActionType.CREATE_SERVER, id.value(), null);
    return actions.list(caller, filter, new PageRequest(1, 1)).items().stream()
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("action that builds " + id));
  }

  /// What somebody must say to destroy a server.
  ///
  /// @param name the server's name
  /// @param reason why, null when not said
  public record Confirmation(String name, @Nullable String reason) {

    String why() {
      return reason == null || reason.isBlank() ? "destroyed by its owner" : reason;
    }
  }
}
