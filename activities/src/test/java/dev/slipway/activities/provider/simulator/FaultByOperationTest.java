package dev.slipway.activities.provider.simulator;

import static dev.slipway.activities.provider.simulator.SimulatedWorld.ROOMY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.Providers;
import dev.slipway.activities.provider.Started;
import dev.slipway.activities.provider.TaskState;
import dev.slipway.activities.provider.simulator.SimulatedDeeds.Deed;
import dev.slipway.activities.storage.Storage;
import dev.slipway.activities.temporal.TestTime;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.simulator.Fault;
import dev.slipway.workflows.simulator.FaultRule;
import dev.slipway.workflows.simulator.Simulators;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every fault at every operation: what the caller is told, what happened, and that it goes on.
class FaultByOperationTest {

  @RegisterExtension static final Storage STORAGE = SimulatedWorld.storage();

  private static final Duration LATENCY = Duration.ofMillis(700);
  private static final Duration LONG = Duration.ofSeconds(30);

  static Stream<Arguments> faultsAndOperations() {
    return FaultRule.OPERATIONS.stream()
        .filter(operation -> !operation.equals("*"))
        .sorted()
        .flatMap(
            operation -> Stream.of(Fault.values()).map(fault -> Arguments.of(fault, operation)));
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("faultsAndOperations")
  void a_fault_does_what_it_says(Fault fault, String operation) {
    simulators().replaceFaults(ROOMY, List.of());
    SimulatedDeeds deeds = new SimulatedDeeds(STORAGE, ROOMY);
    Deed deed = deeds.of(operation);
    Instant before = time().instant();
    simulators().replaceFaults(ROOMY, List.of(new FaultRule(operation, fault, 1, 1.0, LATENCY)));

    switch (fault) {
      case LOST_REPLY -> {
        assertTold(FailureClass.UNKNOWN_OUTCOME, deed);
        assertEffect(deed, true);
      }
      case TRANSIENT, MALFORMED -> assertRefused(FailureClass.TRANSIENT, deed);
      case LATENCY -> {
        assertThat(deed.make()).isNotNull();
        assertThat(time().instant()).isAfterOrEqualTo(before.plus(LATENCY));
        assertEffect(deed, true);
      }
      case RATE_LIMITED -> assertPutOff(FailureClass.RATE_LIMITED, deed);
      case LOCKED -> assertPutOff(FailureClass.LOCKED, deed);
      case OUTAGE ->
          assertThat(assertRefused(FailureClass.PROVIDER_DOWN, deed).resumeAt()).isEmpty();
      case CAPACITY, QUOTA, INVALID, AUTH, PERMISSION ->
          assertRefused(FailureClass.valueOf(fault.name()), deed);
      case TASK_FAILED -> assertFailedTask(deed);
      case TASK_LOST -> assertLostTask(deed);
    }
    assertThat(simulators().faults(ROOMY)).isEmpty();
    assertGoesOn(deed);
    if (deed.isCreate()) {
      assertThat(deeds.machines()).hasSize(1);
    }
  }

  private static ProviderException assertTold(FailureClass failure, Deed deed) {
    return assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() -> deed.make())
        .satisfies(thrown -> assertThat(thrown.failure()).isEqualTo(failure))
        .satisfies(thrown -> assertThat(thrown.getMessage()).contains("simulator/" + ROOMY))
        .actual();
  }

  private static ProviderException assertRefused(FailureClass failure, Deed deed) {
    ProviderException told = assertTold(failure, deed);
    assertEffect(deed, false);
    return told;
  }

  private static void assertPutOff(FailureClass failure, Deed deed) {
    Instant before = time().instant();
    assertThat(assertRefused(failure, deed).resumeAt()).contains(before.plusSeconds(2));
  }

  private static void assertFailedTask(Deed deed) {
    if (!deed.hasTask()) {
      assertRefused(FailureClass.UNKNOWN_OUTCOME, deed);
      return;
    }
    String task = deed.taskOf(deed.make());
    time().of(LONG);
    assertThat(provider().poll(task))
        .isInstanceOfSatisfying(
            TaskState.Failed.class,
            failed -> assertThat(failed.failure()).isEqualTo(FailureClass.UNKNOWN_OUTCOME));
    if (!deed.isCreate()) {
      assertEffect(deed, false);
    }
  }

  private static void assertLostTask(Deed deed) {
    Object reply = deed.make();
    if (deed.hasTask()) {
      assertThat(provider().poll(deed.taskOf(reply))).isInstanceOf(TaskState.Lost.class);
    }
    assertEffect(deed, true);
  }

  private static void assertEffect(Deed deed, boolean isExpected) {
    time().of(LONG);
    deed.effect().ifPresent(effect -> assertThat(effect.getAsBoolean()).isEqualTo(isExpected));
  }

  /// Whatever happened, the next attempt under the same key succeeds.
  private static void assertGoesOn(Deed deed) {
    time().of(LONG);
    Object reply = deed.make();
    if (reply instanceof Started started && started.taskRef() != null) {
      time().of(LONG);
      if (!deed.isCreate()) {
        assertThat(provider().poll(started.taskRef())).isInstanceOf(TaskState.Succeeded.class);
      }
    }
    if (!deed.isCreate()) {
      deed.effect().ifPresent(effect -> assertThat(effect.getAsBoolean()).isTrue());
    }
  }

  private static ComputeProvider provider() {
    return STORAGE.get(Providers.class).at(ROOMY);
  }

  private static Simulators simulators() {
    return STORAGE.get(Simulators.class);
  }

  private static TestTime time() {
    return STORAGE.get(TestTime.class);
  }
}
