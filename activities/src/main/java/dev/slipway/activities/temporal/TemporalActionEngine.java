package dev.slipway.activities.temporal;

import dev.slipway.workflows.action.ActionEngine;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.EngineStatus;
import dev.slipway.workflows.action.EngineUnavailableException;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.CommandTooEarlyException;
import dev.slipway.workflows.step.StepCommand;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs actions on Temporal.
@Singleton
class TemporalActionEngine implements ActionEngine {

  private static final Logger LOG = LoggerFactory.getLogger(TemporalActionEngine.class);
  private static final Duration COMES_WITHIN = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final UpdateSender commands;
  private final ActionStarter starter;
  private final HistoryArchive archive;
  private final EngineProbe probe;

  TemporalActionEngine(
      UpdateSender commands, ActionStarter starter, HistoryArchive archive, EngineProbe probe) {
    this.commands = commands;
    this.starter = starter;
    this.archive = archive;
    this.probe = probe;
  }

  @Override
  public void start(ActionId id) {
    starter.startSoon(id.value());
  }

  /// A row shows a parking a moment before its workflow comes to it: such a command is sent again.
  @Override
  public void command(ActionId id, CommandKind kind, StepCommand command, String updateId) {
    command(id, kind, command, updateId, COMES_WITHIN);
  }

  /// Like [#command(ActionId, CommandKind, StepCommand, String)].
  ///
  /// @param patience how long its parking may take to come
  void command(
      ActionId id, CommandKind kind, StepCommand command, String updateId, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    Duration pause = Duration.ofMillis(50);
    while (!isTaken(id, kind, command, updateId, end)) {
      pause(id, kind, pause);
      pause = Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
    }
    LOG.info("Gave a command action_id={} command={}", id, kind.code());
  }

  private boolean isTaken(
      ActionId id, CommandKind kind, StepCommand command, String updateId, long end) {
    try {
      commands.send(id, kind, command, updateId);
      return true;
    } catch (CommandTooEarlyException early) {
      if (System.nanoTime() - end > 0) {
        throw new EngineUnavailableException("waiting for what " + kind.code() + " answers", early);
      }
      return false;
    }
  }

  private static void pause(ActionId id, CommandKind kind, Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new EngineUnavailableException("sending " + kind.code() + " to " + id, stopped);
    }
  }

  @Override
  public void restart(ActionId id, StepCommand command) {
    starter.restart(id.value());
    LOG.info("Started a workflow again action_id={} actor={}", id, command.givenBy());
  }

  @Override
  public Optional<String> history(ActionId id, int run) {
    return archive.history(id.value(), run);
  }

  @Override
  public EngineStatus status() {
    return probe.status();
  }
}
