package dev.slipway.deploy.system;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every fault at every operation an order calls, many orders at once, each at a location where no
/// other meets its fault.
class FaultsIT {

  private static final List<FaultCase> CASES = FaultCase.all().toList();
  private static final Map<FaultCase, Throwable> FAILURES = new ConcurrentHashMap<>();

  @BeforeAll
  static void run_them_all() throws InterruptedException {
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
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> rethrow(FAILURES.get(each))));
  }

  private static void work(Queue<FaultCase> queue, Buyer operator, SimulatedLocation location) {
    for (FaultCase each = queue.poll(); each != null; each = queue.poll()) {
      try {
        each.run(operator, location);
      } catch (Throwable failure) {
        FAILURES.put(each, failure);
      }
    }
  }

  private static void rethrow(@Nullable Throwable failure) throws Throwable {
    if (failure != null) {
      throw failure;
    }
  }
}
