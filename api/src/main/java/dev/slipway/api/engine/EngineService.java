package dev.slipway.api.engine;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.ActionEngine;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.EngineStatus;
import dev.slipway.workflows.tenant.Permission;
import dev.slipway.workflows.tenant.Transactions;
import dev.slipway.workflows.worker.QueueRecord;
import dev.slipway.workflows.worker.WorkerRecord;
import dev.slipway.workflows.worker.WorkerStatus;
import dev.slipway.workflows.worker.Workers;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/// What operators ask of Temporal.
@Singleton
public class EngineService {

  private final Transactions transactions;
  private final ActionEngine engine;
  private final Workers workers;

  EngineService(Transactions transactions, ActionEngine engine, Workers workers) {
    this.transactions = transactions;
    this.engine = engine;
    this.workers = workers;
  }

  /// How the engine does. Answers while the engine is away.
  public EngineStatus status(Caller caller) {
    caller.require(Permission.ENGINE_VIEW);
    return engine.status();
  }

  /// Every worker seen in the last day, newest heartbeat first.
  public List<WorkerRecord> workers(Caller caller) {
    caller.require(Permission.ENGINE_VIEW);
    return transactions.reading(caller.scope(), workers::list);
  }

  /// Asks a worker to take no more work and to finish what it has.
  ///
  /// @return the worker as it is shown from now on
  /// @throws ProblemException `not_found`, `conflict` for one that is offline
  public WorkerRecord drain(Caller caller, String worker) {
    return drain(caller, worker, asked -> {});
  }

  /// Like [#drain(Caller, String)].
  ///
  /// @param receipt runs in the transaction that asks it
  WorkerRecord drain(Caller caller, String worker, Consumer<WorkerRecord> receipt) {
    caller.require(Permission.ENGINE_MANAGE);
    return transactions.in(
        caller.scope(),
        () -> {
          WorkerRecord asked =
              workers
                  .drain(worker)
                  .orElseThrow(() -> ProblemException.notFound("worker " + worker));
          if (asked.status() == WorkerStatus.OFFLINE) {
            throw new ProblemException(
                ProblemType.CONFLICT, "The worker " + worker + " is offline already.");
          }
          receipt.accept(asked);
          return asked;
        });
  }

  /// What each task queue has to do.
  public List<QueueRecord> queues(Caller caller) {
    caller.require(Permission.ENGINE_VIEW);
    return transactions.reading(caller.scope(), workers::queues);
  }

  /// The history of one of an action's runs as JSON, while it runs or stored after its end.
  ///
  /// @param run its place among the runs, from 1, or 0 for the last
  /// @throws ProblemException `not_found`, also for one that the engine lost before it was stored
  /// @throws dev.slipway.workflows.action.EngineUnavailableException when it is not stored and
  ///   Temporal does not answer
  public String history(Caller caller, ActionId id, int run) {
    caller.require(Permission.ENGINE_VIEW);
    return engine
        .history(id, run)
        .orElseThrow(() -> ProblemException.notFound("history of action " + id));
  }
}
