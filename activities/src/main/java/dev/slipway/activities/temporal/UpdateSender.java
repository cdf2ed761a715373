package dev.slipway.activities.temporal;

import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.EngineUnavailableException;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.CommandRefusedException;
import dev.slipway.workflows.step.CommandTooEarlyException;
import dev.slipway.workflows.step.StepCommand;
import dev.slipway.workflows.step.UpdateId;
import dev.slipway.workflows.step.WorkflowClosedException;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends commands to workflows as Updates and reads how each ended.
@Singleton
class UpdateSender {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private final WorkflowClient client;

  UpdateSender(WorkflowClient client) {
    this.client = client;
  }

  /// Sends one and returns once it was obeyed.
  ///
  /// @throws CommandRefusedException when the workflow refuses it; a [WorkflowClosedException] when
  ///   it does not run
  /// @throws EngineUnavailableException when nobody answers in time; sent again under the same id
  ///   it is still one command
  void send(ActionId id, CommandKind kind, StepCommand command, String updateId) {
    send(id, kind, command, updateId, ANSWER_WITHIN);
  }

  /// Like [#send(ActionId, CommandKind, StepCommand, String)].
  ///
  /// @param patience how long the answer may take
  void send(
      ActionId id, CommandKind kind, StepCommand command, String updateId, Duration patience) {
    FutureTask<String> call = new FutureTask<>(() -> update(id, options(kind, updateId), command));
    // The client itself would keep trying for a minute.
    Thread.startVirtualThread(call);
    try {
      var _ = call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new EngineUnavailableException("sending " + kind.code() + " to " + id, stopped);
    } catch (ExecutionException | TimeoutException thrown) {
      throw reading(id, kind, command, thrown);
    } finally {
      call.cancel(true);
    }
  }

  private String update(ActionId id, UpdateOptions<String> options, StepCommand command)
      throws InterruptedException, ExecutionException {
    return client
        .newUntypedWorkflowStub(id.value())
        .startUpdate(options, command)
        .getResultAsync()
        .get();
  }

  private static RuntimeException reading(
      ActionId id, CommandKind kind, StepCommand command, Exception thrown) {
    Throwable cause = thrown;
    while (cause != null && !(cause instanceof WorkflowException)) {
      cause = cause.getCause();
    }
    return switch (cause) {
      case WorkflowUpdateException refused -> refusal(command, refused);
      case WorkflowNotFoundException _ -> new WorkflowClosedException();
      case null, default ->
          new EngineUnavailableException("sending " + kind.code() + " to " + id, thrown);
    };
  }

  private static CommandRefusedException refusal(
      StepCommand command, WorkflowUpdateException refused) {
    if (!(refused.getCause() instanceof ApplicationFailure failure)) {
      return new CommandRefusedException(String.valueOf(refused.getMessage()));
    }
    Integer parking = command.parking();
    return parking != null && CommandTooEarlyException.class.getName().equals(failure.getType())
        ? new CommandTooEarlyException(parking)
        : new CommandRefusedException(failure.getOriginalMessage());
  }

  private static UpdateOptions<String> options(CommandKind kind, String updateId) {
    return UpdateOptions.newBuilder(String.class)
        .setUpdateName(kind.code())
        .setUpdateId(UpdateId.ofChecked(updateId).value())
        .setWaitForStage(WorkflowUpdateStage.COMPLETED)
        .build();
  }
}
