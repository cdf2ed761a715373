package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every fault at every operation an order calls, many orders at once, each at a location where no
/// other meets its fault.
class FaultsIT {

  private static final List<FaultCase> CASES = FaultMatrix.cases().toList();
  private static final Map<FaultCase, Outcome> OUTCOMES = new ConcurrentHashMap<>();

  /// How a case ended; one that was never begun has none.
  private sealed interface Outcome {
    record AsPromised() implements Outcome {}

    record Otherwise(Throwable failure) implements Outcome {}
  }

  @BeforeAll
  static void run_them_all() throws InterruptedException {
    assertThat(CASES).isNotEmpty().doesNotHaveDuplicates();
    OUTCOMES.clear();
    SharedSlipway slipway = SharedSlipway.running();
    Queue<FaultCase> queue =
        new ConcurrentLinkedQueue<>(
            CASES.stream().sorted(Comparator.comparing(FaultCase::isLasting).reversed()).toList());
    Buyer operator = slipway.as(People.ADMIN);
    List<Thread> lanes =
        slipway.ownLocations().stream()
            .map(code -> new SimulatedLocation(operator.api(), code))
            .map(location -> Thread.startVirtualThread(() -> work(queue, operator, location)))
            .toList();
    for (Thread lane : lanes) {
      lane.join();
    }
  }

  @AfterAll
  static void leave_no_fault() {
    SharedSlipway slipway = SharedSlipway.running();
    slipway.ownLocations().forEach(code -> slipway.location(code).clear());
  }

  @TestFactory
  Stream<DynamicTest> an_order_that_meets_a_fault_ends_as_the_contract_says() {
    return CASES.stream()
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> assertAsPromised(each)));
  }

  private static void work(Queue<FaultCase> queue, Buyer operator, SimulatedLocation location) {
    for (FaultCase each = queue.poll(); each != null; each = queue.poll()) {
      OUTCOMES.put(each, outcome(each, operator, location));
    }
  }

  private static Outcome outcome(FaultCase each, Buyer operator, SimulatedLocation location) {
    try {
      each.run(operator, location);
      return new Outcome.AsPromised();
    } catch (Throwable failure) {
      return new Outcome.Otherwise(failure);
    }
  }

  private static void assertAsPromised(FaultCase each) throws Throwable {
    Outcome outcome = OUTCOMES.get(each);
    if (outcome instanceof Outcome.Otherwise(Throwable failure)) {
      throw failure;
    }
    assertThat(outcome).as("the end of %s", each).isInstanceOf(Outcome.AsPromised.class);
  }
}
