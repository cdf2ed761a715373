package dev.slipway.activities.temporal;

import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.step.ActionStart;
import dev.slipway.workflows.step.Resume;
import dev.slipway.workflows.step.StepCommand;
import dev.slipway.workflows.step.WireJson;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the tables tell a workflow that starts, its order and what an earlier run left, and are
/// told of it.
@Singleton
class StartSource {

  private final Transactions transactions;
  private final EngineTables tables;
  private final Actions actions;
  private final Clock clock;

  StartSource(Transactions transactions, EngineTables tables, Actions actions, Clock clock) {
    this.transactions = transactions;
    this.tables = tables;
    this.actions = actions;
    this.clock = clock;
  }

  /// A workflow about to be started.
  record Startable(ActionType type, ActionStart<Object> start, String name) {}

  /// The action of an id while it is unfinished and may start: it holds its lane and its time has
  /// come.
  Optional<Startable> find(String action) {
    return transactions.in(
        Scope.PLATFORM, () -> tables.find(action, clock.instant()).map(this::startable));
  }

  /// An action's run is about to be replaced: should nobody start it again, a sweep does.
  void restarting(String action) {
    write(action, () -> tables.restarting(action, clock.instant()));
  }

  /// An action's run was cancelled or aborted in Temporal: everything is to be undone.
  void cancelled(String action) {
    write(
        action,
        () ->
            actions.requestAbort(
                new ActionId(action),
                StepCommand.UNVERIFIED,
                "It was cancelled or aborted in Temporal",
                null));
  }

  /// An action runs again: no sweep need start it.
  void restarted(String action) {
    write(action, () -> tables.restarted(action));
  }

  private void write(String action, Runnable work) {
    transactions.in(
        Scope.PLATFORM,
        () -> {
          work.run();
          return action;
        });
  }

  private Startable startable(EngineTables.StartRow row) {
    ActionType type = ActionType.ofCode(row.type()).orElseThrow();
    Object order = WireJson.read(row.orderJson(), type.orderType());
    Resume resume = row.runOrdinal() == 0 ? null : resume(row);
    return new Startable(
        type,
        new ActionStart<>(
            row.id(), row.tenantId(), row.resourceId(), order, resume, row.runOrdinal()),
        row.name());
  }

  private Resume resume(EngineTables.StartRow row) {
    List<EngineTables.StepRow> steps = tables.steps(row.id());
    Phase phase = row.isAborting() ? Phase.UNDO : Phase.FORWARD;
    return new Resume(
        phase,
        row.parkingNumber(),
        steps.stream().map(step -> memoryOf(step, phase)).toList(),
        steps.stream().filter(EngineTables.StepRow::isUndoDue).map(StartSource::undoOf).toList(),
        tables.parked(row.id()).map(StartSource::parkingOf).orElse(null));
  }

  private static Resume.ParkedMemory parkingOf(EngineTables.ParkedRow row) {
    return new Resume.ParkedMemory(
        row.step(),
        row.phase().equals(Phase.UNDO.code()) ? Phase.UNDO : Phase.FORWARD,
        ParkCause.valueOf(row.cause().toUpperCase(Locale.ROOT)),
        row.message(),
        row.since());
  }

  private static Resume.StepMemory memoryOf(EngineTables.StepRow row, Phase phase) {
    Resume.StepMemory memory =
        new Resume.StepMemory(
            row.step(),
            row.generation(),
            row.edited() == null ? Map.of() : inputsIn(row.edited()),
            row.status().equals("skipped"),
            row.editsDue() == null ? null : inputsIn(row.editsDue()),
            row.adoptionDue());
    return phase == Phase.FORWARD && row.isNextDue() ? memory.overtaken() : memory;
  }

  @SuppressWarnings("unchecked") // the columns hold objects whose values are texts
  private static Map<String, Object> inputsIn(String json) {
    return WireJson.read(json, Map.class);
  }

  private static Resume.UndoMemory undoOf(EngineTables.StepRow row) {
    return new Resume.UndoMemory(row.step(), row.generation(), row.inputs());
  }
}
