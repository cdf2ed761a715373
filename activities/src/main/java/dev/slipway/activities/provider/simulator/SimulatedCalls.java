package dev.slipway.activities.provider.simulator;

import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.storage.JdbcTransactions;
import dev.slipway.activities.temporal.Pause;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.simulator.Fault;
import dev.slipway.workflows.simulator.FaultRule;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The door to the simulated cloud: every call passes here, meets the faults that are switched on,
/// and has its effect in one transaction of its own.
@Singleton
final class SimulatedCalls {

  private static final Duration CALLER_PATIENCE = Duration.ofMillis(200);
  private static final Duration BACK_IN = Duration.ofSeconds(2);

  private final JdbcTransactions transactions;
  private final Faults faults;
  private final Pause pause;
  private final Clock clock;

  SimulatedCalls(JdbcTransactions transactions, Faults faults, Pause pause, Clock clock) {
    this.transactions = transactions;
    this.faults = faults;
    this.pause = pause;
    this.clock = clock;
  }

  /// A call whose effect is there when it returns. Of a task that fails it knows no more than that
  /// nothing was done; a task that vanishes is no loss to it.
  <T> T call(String location, String operation, Supplier<T> effect) {
    return run(new Call<>(location, operation, false, fate -> effect.get()));
  }

  /// A call that begins or looks at a task, whose fate a fault may decide.
  <T> T task(String location, String operation, Function<TaskFate, T> effect) {
    return run(new Call<>(location, operation, true, effect));
  }

  /// A question that meets no fault.
  <T> T ask(Supplier<T> question) {
    return transactions.outside(question);
  }

  private record Call<T>(
      String location, String operation, boolean hasTask, Function<TaskFate, T> effect) {

    String at() {
      return "%s at simulator/%s: ".formatted(operation, location);
    }
  }

  /// How a call ended inside its transaction; what is told or waited for comes after the commit.
  private sealed interface Answer<T> {
    record Given<T>(T value) implements Answer<T> {}

    record Refused<T>(ProviderException failure) implements Answer<T> {}

    record Unheard<T>(T untold) implements Answer<T> {}

    record Slow<T>(Duration latency) implements Answer<T> {}
  }

  private <T> T run(Call<T> call) {
    Answer<T> answer = transactions.outside(() -> answer(call));
    return switch (answer) {
      case Answer.Given<T>(var value) -> value;
      case Answer.Refused<T>(var failure) -> throw failure;
      case Answer.Unheard<T> _ -> {
        pause.of(CALLER_PATIENCE);
        throw unknown(call, "no answer within " + CALLER_PATIENCE.toMillis() + " ms");
      }
      case Answer.Slow<T>(var latency) -> {
        pause.of(latency);
        yield transactions.outside(() -> call.effect.apply(TaskFate.SUCCEEDS));
      }
    };
  }

  /// A refusal of the effect itself rolls back the turn of the fault, too.
  private <T> Answer<T> answer(Call<T> call) {
    Optional<FaultRule> taken = faults.take(call.location, call.operation);
    if (taken.isEmpty()) {
      return new Answer.Given<>(call.effect.apply(TaskFate.SUCCEEDS));
    }
    FaultRule rule = taken.get();
    return switch (rule.fault()) {
      case LOST_REPLY -> new Answer.Unheard<>(call.effect.apply(TaskFate.SUCCEEDS));
      case LATENCY -> new Answer.Slow<>(rule.latency());
      case TASK_FAILED ->
          call.hasTask
              ? new Answer.Given<>(call.effect.apply(TaskFate.FAILS))
              : new Answer.Refused<>(unknown(call, "the provider gave up half way"));
      case TASK_LOST -> new Answer.Given<>(call.effect.apply(TaskFate.VANISHES));
      default -> new Answer.Refused<>(refusal(rule.fault(), call));
    };
  }

  private ProviderException refusal(Fault fault, Call<?> call) {
    return switch (fault) {
      case TRANSIENT -> refused(FailureClass.TRANSIENT, call, "500 internal error");
      case MALFORMED -> refused(FailureClass.TRANSIENT, call, "the answer was cut short");
      case RATE_LIMITED -> later(FailureClass.RATE_LIMITED, call, "429 too many requests");
      case LOCKED -> later(FailureClass.LOCKED, call, "another task holds it");
      case OUTAGE -> refused(FailureClass.PROVIDER_DOWN, call, "connection refused");
      case CAPACITY -> refused(FailureClass.CAPACITY, call, "no host has room");
      case QUOTA -> refused(FailureClass.QUOTA, call, "the account's limit is reached");
      case INVALID -> refused(FailureClass.INVALID, call, "the request is invalid");
      case AUTH -> refused(FailureClass.AUTH, call, "the credential was refused");
      case PERMISSION -> refused(FailureClass.PERMISSION, call, "the credential may not do this");
      case LOST_REPLY, LATENCY, TASK_FAILED, TASK_LOST ->
          throw new IllegalArgumentException(fault + " refuses nothing");
    };
  }

  private ProviderException later(FailureClass failure, Call<?> call, String why) {
    return new ProviderException(failure, call.at() + why, clock.instant().plus(BACK_IN));
  }

  private static ProviderException refused(FailureClass failure, Call<?> call, String why) {
    return new ProviderException(failure, call.at() + why);
  }

  private static ProviderException unknown(Call<?> call, String why) {
    return refused(FailureClass.UNKNOWN_OUTCOME, call, why);
  }
}
