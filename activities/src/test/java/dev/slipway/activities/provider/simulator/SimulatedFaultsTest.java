package dev.slipway.activities.provider.simulator;

import static dev.slipway.activities.provider.simulator.SimulatedWorld.ROOMY;
import static dev.slipway.activities.provider.simulator.SimulatedWorld.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.Found;
import dev.slipway.activities.provider.Owner;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.Providers;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.ServerSize;
import dev.slipway.workflows.simulator.Fault;
import dev.slipway.workflows.simulator.FaultRule;
import dev.slipway.workflows.simulator.Simulators;
import dev.slipway.workflows.simulator.Timing;
import dev.slipway.workflows.simulator.UnknownSimulatorException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SimulatedFaultsTest {

  @RegisterExtension static final Storage STORAGE = SimulatedWorld.storage();

  private static final ServerSize SIZE = new ServerSize(1, 1_024, 25);
  private static final Owner OWNER = new Owner("act_1", "ten_1", "srv_1");

  @BeforeEach
  void no_faults() {
    simulators().replaceFaults(ROOMY, List.of());
  }

  @Test
  void the_first_rule_that_matches_wins() {
    simulators()
        .replaceFaults(
            ROOMY,
            List.of(
                rule("verify", Fault.AUTH, 1),
                rule("*", Fault.QUOTA, 1),
                rule("reserve", Fault.CAPACITY, 1)));

    assertThat(failureOf("k1")).isEqualTo(FailureClass.QUOTA);
    assertThat(failureOf("k2")).isEqualTo(FailureClass.CAPACITY);
    assertThat(simulators().faults(ROOMY)).containsExactly(rule("verify", Fault.AUTH, 1));
  }

  @Test
  void what_is_left_is_shown_and_what_is_spent_vanishes() {
    simulators().replaceFaults(ROOMY, List.of(rule("find", Fault.TRANSIENT, 2)));

    assertThatThrownBy(() -> provider().find("k")).isInstanceOf(ProviderException.class);
    assertThat(simulators().faults(ROOMY)).containsExactly(rule("find", Fault.TRANSIENT, 1));
    assertThatThrownBy(() -> provider().find("k")).isInstanceOf(ProviderException.class);

    assertThat(simulators().faults(ROOMY)).isEmpty();
    assertThat(provider().find("k")).isInstanceOf(Found.None.class);
  }

  @Test
  void many_callers_spend_exactly_the_turns_there_are() throws Exception {
    simulators().replaceFaults(ROOMY, List.of(rule("find", Fault.TRANSIENT, 7)));
    AtomicInteger failed = new AtomicInteger();
    Callable<Boolean> call =
        () -> {
          try {
            provider().find("k");
          } catch (ProviderException refused) {
            failed.incrementAndGet();
          }
          return true;
        };

    try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
      threads.invokeAll(java.util.Collections.nCopies(20, call));
    }

    assertThat(failed).hasValue(7);
    assertThat(simulators().faults(ROOMY)).isEmpty();
  }

  @Test
  void a_rule_without_probability_never_hits() {
    FaultRule never = new FaultRule("reserve", Fault.CAPACITY, 5, 0, Duration.ZERO);
    simulators().replaceFaults(ROOMY, List.of(never, rule("reserve", Fault.QUOTA, 1)));

    assertThat(failureOf("p1")).isEqualTo(FailureClass.QUOTA);
    assertThat(simulators().faults(ROOMY)).containsExactly(never);
  }

  @Test
  void an_even_chance_hits_some_calls_and_spares_others() {
    FaultRule even = new FaultRule("find", Fault.TRANSIENT, 1_000, 0.5, Duration.ZERO);
    simulators().replaceFaults(ROOMY, List.of(even));
    int failed = 0;
    for (int call = 0; call < 100; call++) {
      try {
        provider().find("k");
      } catch (ProviderException refused) {
        failed++;
      }
    }

    assertThat(failed).isBetween(20, 80);
    assertThat(simulators().faults(ROOMY))
        .singleElement()
        .extracting(FaultRule::times)
        .isEqualTo(1_000 - failed);
  }

  @Test
  void a_refusal_of_the_cloud_itself_spends_no_fault() {
    simulators().replaceFaults(ROOMY, List.of(rule("reserve", Fault.LOST_REPLY, 1)));
    ServerSize tooLarge = new ServerSize(1_000_000, 1, 1);

    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() -> provider().reserve(tooLarge, OWNER, "too-large"))
        .satisfies(refused -> assertThat(refused.failure()).isEqualTo(FailureClass.CAPACITY));

    assertThat(simulators().faults(ROOMY)).hasSize(1);
  }

  @Test
  void locations_do_not_share_faults_or_times() {
    Timing fast = new Timing(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);
    simulators().replaceFaults(ROOMY, List.of(rule("*", Fault.OUTAGE, 9)));
    simulators().replaceTiming(ROOMY, fast);

    assertThat(STORAGE.get(Providers.class).at("sim-2").find("k")).isInstanceOf(Found.None.class);
    assertThat(simulators().timing(ROOMY)).isEqualTo(fast);
    assertThat(simulators().timing("sim-2")).isEqualTo(Timing.USUAL);
    assertThat(simulators().locations()).containsExactly("sim-1", "sim-2", "sim-3");
  }

  @Test
  void a_location_that_is_not_simulated_is_unknown() {
    assertThatExceptionOfType(UnknownSimulatorException.class)
        .isThrownBy(() -> simulators().faults("fsn1"))
        .withMessageContaining("fsn1");
    assertThatThrownBy(() -> STORAGE.get(Providers.class).at("fsn1"))
        .isInstanceOfSatisfying(
            ProviderException.class,
            refused -> assertThat(refused.failure()).isEqualTo(FailureClass.INVALID));
  }

  private static FailureClass failureOf(String key) {
    try {
      provider().reserve(SIZE, OWNER, key);
    } catch (ProviderException refused) {
      return refused.failure();
    }
    throw new AssertionError("it did not fail");
  }

  private static ComputeProvider provider() {
    return STORAGE.get(Providers.class).at(ROOMY);
  }

  private static Simulators simulators() {
    return STORAGE.get(Simulators.class);
  }
}
