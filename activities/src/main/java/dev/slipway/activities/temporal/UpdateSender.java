package dev.slipway.activities.temporal;

import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.EngineUnavailableException;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.CommandRefusedException;
import dev.slipway.workflows.step.CommandTooEarlyException;
import dev.slipway.workflows.step.StepCommand;
import dev.slipway.workflows.step.UpdateId;
import dev.slipway.workflows.step.WorkflowClosedException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Callable;
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
    String what = "sending " + kind.code() + " to " + id;
    try {
      answer(what, () -> update(id, options(kind, updateId), command), patience);
    } catch (ExecutionException | TimeoutException thrown) {
      throw reading(what, command, thrown);
    }
  }

  /// Whether a workflow, running or closed, obeyed a command of this id.
  ///
  /// @param patience how long the answer may take
  /// @throws EngineUnavailableException when nobody answers in time
  boolean hasObeyed(ActionId id, String updateId, Duration patience) {
    String what = "asking " + id + " for what it obeyed";
    String update = UpdateId.ofChecked(updateId).value();
    var workflow = client.newUntypedWorkflowStub(id.value());
    try {
      answer(
          what,
          () -> workflow.getUpdateHandle(update, String.class).getResultAsync().get(),
          patience);
      return true;
    } catch (ExecutionException | TimeoutException thrown) {
      if (isOfNone(thrown)) {
        return false;
      }
      throw new EngineUnavailableException(what, thrown);
    }
  }

  private static boolean isOfNone(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof WorkflowUpdateException
          || cause instanceof WorkflowNotFoundException
          || (cause instanceof StatusRuntimeException answered
              && answered.getStatus().getCode() == Status.Code.NOT_FOUND)) {
        return true;
      }
    }
    return false;
  }

  /// The client itself would keep trying for a minute.
  private static void answer(String what, Callable<String> question, Duration patience)
      throws ExecutionException, TimeoutException {
    FutureTask<String> call = new FutureTask<>(question);
    Thread.startVirtualThread(call);
    try {
      var _ = call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new EngineUnavailableException(what, stopped);
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

  private static RuntimeException reading(String what, StepCommand command, Exception thrown) {
    Throwable cause = thrown;
    while (cause != null && !(cause instanceof WorkflowException)) {
      cause = cause.getCause();
    }
    return switch (cause) {
      case WorkflowUpdateException refused -> refusal(command, refused);
      case WorkflowNotFoundException _ -> new WorkflowClosedException();
      case null, default -> new EngineUnavailableException(what, thrown);
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
