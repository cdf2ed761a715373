package dev.slipway.activities.temporal;

import dev.slipway.workflows.action.ActionEngine;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.EngineStatus;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.StepCommand;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs actions on Temporal.
@Singleton
class TemporalActionEngine implements ActionEngine {

  private static final Logger LOG = LoggerFactory.getLogger(TemporalActionEngine.class);

  private final CommandDelivery commands;
  private final ActionStarter starter;
  private final HistoryArchive archive;
  private final EngineReport report;

  TemporalActionEngine(
      CommandDelivery commands,
      ActionStarter starter,
      HistoryArchive archive,
      EngineReport report) {
    this.commands = commands;
    this.starter = starter;
    this.archive = archive;
    this.report = report;
  }

  @Override
  public void start(ActionId id) {
    starter.startSoon(id.value());
  }

  @Override
  public void command(ActionId id, CommandKind kind, StepCommand command, String updateId) {
    commands.deliver(id, kind, command, updateId);
    LOG.info("Gave a command action_id={} command={}", id, kind.code());
  }

  @Override
  public void tell(ActionId id, StepCommand abort, String updateId) {
    commands.tell(id, abort, updateId);
    LOG.info("Told of an abort action_id={}", id);
  }

  @Override
  public boolean hasObeyed(ActionId id, String updateId) {
    return commands.hasObeyed(id, updateId);
  }

  @Override
  public void restart(ActionId id, StepCommand command) {
    commands.restart(id);
    LOG.info("Took up a closed workflow again action_id={} actor={}", id, command.givenBy());
  }

  @Override
  public Optional<String> history(ActionId id, int run) {
    return archive.history(id.value(), run);
  }

  @Override
  public EngineStatus status() {
    return report.status();
  }
}
