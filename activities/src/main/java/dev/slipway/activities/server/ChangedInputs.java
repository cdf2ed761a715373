package dev.slipway.activities.server;

import static java.util.stream.Collectors.joining;

import dev.slipway.activities.action.UncheckedEdits;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.temporal.StepAttempt;
import dev.slipway.workflows.catalog.Catalog;
import dev.slipway.workflows.catalog.Misfit;
import dev.slipway.workflows.catalog.OrderChanges;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.server.Servers;
import dev.slipway.workflows.step.StepContext;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/// Checks inputs that an operator changed in Temporal's own UI, before a step acts on them: unlike
/// the API it knows nothing of the catalogue. What the API accepted stays good.
@Singleton
public final class ChangedInputs {

  private final Transactions transactions;
  private final Servers servers;
  private final UncheckedEdits edits;
  private final OrderChanges changes;

  ChangedInputs(Transactions transactions, Servers servers, UncheckedEdits edits, Catalog catalog) {
    this.transactions = transactions;
    this.servers = servers;
    this.edits = edits;
    this.changes = new OrderChanges(catalog);
  }

  /// Checks another location.
  ///
  /// @param server the server's id
  /// @throws ProviderException of class `INVALID` when it cannot be moved there
  public void checkLocation(String server, String location) {
    check(server, ordered -> changes.toLocation(ordered, location));
  }

  /// Checks another image.
  ///
  /// @param server the server's id
  /// @throws ProviderException of class `INVALID` when it cannot start from it
  public void checkImage(String server, String image) {
    check(server, ordered -> changes.toImage(ordered, image));
  }

  private void check(String server, Function<Server, List<Misfit>> rule) {
    StepContext at = StepAttempt.current().context();
    if (at.generation() == 1) {
      return;
    }
    List<Misfit> misfits =
        transactions.in(
            Scope.PLATFORM,
            () ->
                servers
                    .find(new ServerId(server))
                    .filter(ordered -> edits.areOf(at.action(), at.step()))
                    .map(rule)
                    .orElseGet(List::of));
    if (!misfits.isEmpty()) {
      String reasons = misfits.stream().map(Misfit::message).collect(joining(" "));
      throw new ProviderException(
          FailureClass.INVALID, reasons + " Change the inputs with retry_with, or abort");
    }
  }
}
