package dev.slipway.api;

import dev.slipway.workflows.action.ActionEngine;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.EngineStatus;
import dev.slipway.workflows.action.EngineUnavailableException;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.CommandRefusedException;
import dev.slipway.workflows.step.StepCommand;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// An engine that does nothing but remember, and that tests can take away.
@Singleton
@Replaces(ActionEngine.class)
@Requires(property = "slipway.test.played")
public final class PlayedEngine implements ActionEngine {

  private final Set<ActionId> started = ConcurrentHashMap.newKeySet();
  private final List<Given> given = new ArrayList<>();
  private final Map<ActionId, String> histories = new ConcurrentHashMap<>();
  private final Map<ActionId, String> refusals = new ConcurrentHashMap<>();
  private final List<ActionId> unanswered = new CopyOnWriteArrayList<>();
  private volatile boolean isAway;
  private volatile boolean isWorker = true;
  private volatile boolean hasPollers = true;

  /// A command that arrived.
  public record Given(
      ActionId id, @Nullable CommandKind kind, StepCommand command, String update) {}

  /// Goes away, or comes back.
  public void away(boolean gone) {
    isAway = gone;
  }

  /// How often it was asked about these actions while it was away.
  public long unanswered(Collection<ActionId> ids) {
    return unanswered.stream().filter(ids::contains).count();
  }

  /// Has no worker polling, or has one again.
  ///
  /// @param isNeeded whether the process is to run one
  public void withoutWorker(boolean isWithout, boolean isNeeded) {
    hasPollers = !isWithout;
    isWorker = isNeeded;
  }

  /// Refuses every command for an action.
  public void refuses(ActionId id, String why) {
    refusals.put(id, why);
  }

  /// Has a history.
  public void remembers(ActionId id, String history) {
    histories.put(id, history);
  }

  /// Whether an action was to be started.
  public boolean isStarted(String id) {
    return started.contains(new ActionId(id));
  }

  /// What an action was told.
  public synchronized List<Given> given(String id) {
    return given.stream().filter(each -> each.id().value().equals(id)).toList();
  }

  @Override
  public void start(ActionId id) {
    started.add(id);
  }

  @Override
  public void command(ActionId id, CommandKind kind, StepCommand command, String updateId) {
    answer(id, kind, command, updateId);
  }

  @Override
  public void tell(ActionId id, StepCommand abort, String updateId) {
    answer(id, CommandKind.ABORT, abort, updateId);
  }

  @Override
  public synchronized boolean hasObeyed(ActionId id, String updateId) {
    reach(id);
    return given(id.value()).stream().anyMatch(each -> each.update().equals(updateId));
  }

  @Override
  public void restart(ActionId id, StepCommand command) {
    answer(id, null, command, "");
  }

  private synchronized void answer(
      ActionId id, @Nullable CommandKind kind, StepCommand command, String update) {
    reach(id);
    String refusal = refusals.get(id);
    if (refusal != null) {
      throw new CommandRefusedException(refusal);
    }
    given.add(new Given(id, kind, command, update));
  }

  private void reach(ActionId id) {
    if (isAway) {
      unanswered.add(id);
      throw new EngineUnavailableException("sending to " + id, new IllegalStateException("played"));
    }
  }

  @Override
  public Optional<String> history(ActionId id, int run) {
    return Optional.ofNullable(histories.get(id));
  }

  @Override
  public EngineStatus status() {
    return new EngineStatus(
        "memory",
        "127.0.0.1:7233",
        null,
        "default",
        !isAway,
        isWorker,
        !isAway && hasPollers,
        false,
        false,
        false);
  }
}
