package dev.slipway.activities.machine;

import static dev.slipway.activities.provider.simulator.SimulatedWorld.ROOMY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.Found;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.Providers;
import dev.slipway.activities.provider.simulator.SimulatedWorld;
import dev.slipway.activities.storage.Storage;
import dev.slipway.activities.temporal.Pause;
import dev.slipway.activities.temporal.StepWorld;
import dev.slipway.workflows.address.AddressActivities;
import dev.slipway.workflows.address.Addresses;
import dev.slipway.workflows.address.AllocateAddresses;
import dev.slipway.workflows.capacity.CapacityActivities;
import dev.slipway.workflows.capacity.Reservation;
import dev.slipway.workflows.capacity.ReserveCapacity;
import dev.slipway.workflows.machine.CreateMachine;
import dev.slipway.workflows.machine.Machine;
import dev.slipway.workflows.machine.MachineActivities;
import dev.slipway.workflows.machine.MachineTask;
import dev.slipway.workflows.simulator.Fault;
import dev.slipway.workflows.simulator.FaultRule;
import dev.slipway.workflows.simulator.Simulators;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Many orders at once in a cloud where every third call goes wrong.
class ExactlyOneTest {

  @RegisterExtension static final Storage STORAGE = SimulatedWorld.storage();

  private static final int ORDERS = 24;
  private static final double PROBABILITY = 0.03;
  private static final int ENOUGH = 100;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);

  @Test
  void whatever_goes_wrong_an_order_makes_one_machine_and_an_undone_one_none() throws Exception {
    simulators()
        .replaceFaults(
            ROOMY,
            Arrays.stream(Fault.values())
                .map(fault ->
                    new FaultRule("*", fault, 1_000_000, PROBABILITY, Duration.ofMillis(50)))
                .toList());

    List<Order> orders = IntStream.range(0, ORDERS).mapToObj(number -> new Order()).toList();
    List<Callable<Order>> work =
        orders.stream().map(order -> (Callable<Order>) order::place).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Order> placed : threads.invokeAll(work)) {
        placed.get();
      }
    }
    simulators().replaceFaults(ROOMY, List.of());

    for (Order order : orders) {
      order.assertOneMachineAndItsAddresses();
    }
    for (Order order : orders.subList(0, ORDERS / 2)) {
      order.undo();
      order.assertNothingIsLeft();
    }
  }

  private static final class Order {

    private final StepWorld world = new StepWorld(STORAGE);
    private final ReserveCapacity room =
        new ReserveCapacity(StepWorld.TENANT, "srv_1", ROOMY, MachineScene.SIZE);
    private final AllocateAddresses network =
        new AllocateAddresses(StepWorld.TENANT, "srv_1", ROOMY, List.of("public"));
    private final MachineActivities machines = STORAGE.get(MachineActivities.class);
    private final List<CreateMachine> requests = new ArrayList<>();

    Order place() {
      Reservation held =
          insist("reserve-capacity", () -> STORAGE.get(CapacityActivities.class).reserve(room));
      Addresses addresses =
          insist(
              "allocate-addresses", () -> STORAGE.get(AddressActivities.class).allocate(network));
      CreateMachine request =
          new CreateMachine(
              StepWorld.TENANT,
              "srv_1",
              "web-1",
              held,
              addresses,
              network.networks(),
              SimulatedWorld.IMAGE,
              List.of());
      requests.add(request);
      MachineTask task = insist(MachineScene.CREATE, () -> machines.create(request));
      Machine machine = insist(MachineScene.AWAIT, () -> machines.await(task));
      insist(MachineScene.CONFIGURE, () -> machines.configure(machine));
      insist(MachineScene.VERIFY, () -> machines.verify(machine));
      return this;
    }

    void undo() {
      world.undo(MachineScene.CREATE, () -> machines.destroy(requests.getFirst()));
      world.undo("allocate-addresses", () -> STORAGE.get(AddressActivities.class).release(network));
      world.undo("reserve-capacity", () -> STORAGE.get(CapacityActivities.class).release(room));
    }

    void assertOneMachineAndItsAddresses() {
      assertThat(liveMachines()).isEqualTo(1);
      assertThat(liveAddresses()).isEqualTo(2);
      assertThat(provider().findReservation(world.key("reserve-capacity")))
          .isInstanceOf(Found.One.class);
    }

    void assertNothingIsLeft() {
      assertThat(liveMachines()).isZero();
      assertThat(liveAddresses()).isZero();
      assertThat(provider().findReservation(world.key("reserve-capacity")))
          .isInstanceOf(Found.None.class);
      assertThat(world.residual()).isEmpty();
    }

    private <T> T insist(String step, Callable<T> call) {
      for (int attempt = 0; attempt < ENOUGH; attempt++) {
        try {
          return world.run(step, call);
        } catch (ProviderException refused) {
          assertThat(refused.getMessage()).isNotBlank();
          STORAGE.get(Pause.class).of(BETWEEN_ATTEMPTS);
        }
      }
      throw new AssertionError(step + " never succeeded");
    }

    private long liveMachines() {
      return simulators().machines(ROOMY).stream()
          .filter(machine -> world.action().equals(machine.actionId()))
          .filter(machine -> machine.deletedAt() == null)
          .count();
    }

    private long liveAddresses() {
      return simulators().addresses(ROOMY).stream()
          .filter(address -> address.actionId().equals(world.action()))
          .filter(address -> address.releasedAt() == null)
          .count();
    }
  }

  private static ComputeProvider provider() {
    return STORAGE.get(Providers.class).at(ROOMY);
  }

  private static Simulators simulators() {
    return STORAGE.get(Simulators.class);
  }
}
