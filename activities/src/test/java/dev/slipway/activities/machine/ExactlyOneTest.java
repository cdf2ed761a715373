package dev.slipway.activities.machine;

import static dev.slipway.activities.provider.simulator.SimulatedWorld.ROOMY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.Found;
import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.Providers;
import dev.slipway.activities.provider.simulator.SeededChance;
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
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Many orders at once in a cloud where every third call goes wrong, on the way and on the way
/// back.
class ExactlyOneTest {

  @RegisterExtension
  static final Storage STORAGE = SimulatedWorld.storage().with(SeededChance.PROPERTY, true);

  private static final String SEED_PROPERTY = "exactly-one.seed";
  private static final long SEED = Long.getLong(SEED_PROPERTY, new Random().nextLong());

  private static final int ORDERS = 24;
  private static final double PROBABILITY = 0.03;
  private static final int ENOUGH = 1_000;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);

  @Test
  void whatever_goes_wrong_an_order_makes_one_machine_and_an_undone_one_none() {
    try {
      assertExactlyOne(new SplittableRandom(SEED));
    } catch (Throwable failure) {
      throw new AssertionError("-D%s=%d repeats it".formatted(SEED_PROPERTY, SEED), failure);
    }
  }

  private static void assertExactlyOne(SplittableRandom random) throws Exception {
    List<Order> orders =
        IntStream.range(0, ORDERS).mapToObj(number -> new Order(random.split())).toList();
    List<Order> undone = orders.subList(0, ORDERS / 2);
    List<Order> kept = orders.subList(ORDERS / 2, ORDERS);

    amidFaults(orders, Order::place);
    orders.forEach(Order::assertOneMachineAndItsAddresses);

    amidFaults(undone, Order::undo);
    undone.forEach(Order::assertNothingIsLeft);
    kept.forEach(Order::assertOneMachineAndItsAddresses);
  }

  /// Does the same with all orders, many at a time.
  private static void amidFaults(List<Order> orders, Consumer<Order> deed) throws Exception {
    simulators()
        .replaceFaults(
            ROOMY,
            Arrays.stream(Fault.values())
                .map(fault ->
                    new FaultRule("*", fault, 1_000_000, PROBABILITY, Duration.ofMillis(50)))
                .toList());
    List<Callable<Order>> work = orders.stream().map(order -> order.doing(deed)).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Order> done : threads.invokeAll(work)) {
        done.get();
      }
    }
    simulators().replaceFaults(ROOMY, List.of());
  }

  private static final class Order {

    private final StepWorld world = new StepWorld(STORAGE);
    private final ReserveCapacity room =
        new ReserveCapacity(StepWorld.TENANT, "srv_1", ROOMY, MachineScene.SIZE);
    private final AllocateAddresses network =
        new AllocateAddresses(StepWorld.TENANT, "srv_1", ROOMY, List.of("public"));
    private final MachineActivities machines = STORAGE.get(MachineActivities.class);
    private final List<CreateMachine> requests = new ArrayList<>();

    private final RandomGenerator draws;

    Order(RandomGenerator draws) {
      this.draws = draws;
    }

    Callable<Order> doing(Consumer<Order> deed) {
      return () -> {
        SeededChance.with(draws, () -> deed.accept(this));
        return this;
      };
    }

    void place() {
      Reservation held =
          run("reserve-capacity", () -> STORAGE.get(CapacityActivities.class).reserve(room));
      Addresses addresses =
          run("allocate-addresses", () -> STORAGE.get(AddressActivities.class).allocate(network));
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
      MachineTask task = run(MachineScene.CREATE, () -> machines.create(request));
      Machine machine = run(MachineScene.AWAIT, () -> machines.await(task));
      run(MachineScene.CONFIGURE, () -> machines.configure(machine));
      run(MachineScene.VERIFY, () -> machines.verify(machine));
    }

    void undo() {
      undo(MachineScene.CREATE, () -> machines.destroy(requests.getFirst()));
      undo("allocate-addresses", () -> STORAGE.get(AddressActivities.class).release(network));
      undo("reserve-capacity", () -> STORAGE.get(CapacityActivities.class).release(room));
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

    private <T> T run(String step, Callable<T> call) {
      return insist(step, () -> world.run(step, call));
    }

    private void undo(String step, Runnable call) {
      insist(
          "the undo of " + step,
          () -> {
            world.undo(step, call);
            return step;
          });
    }

    private static <T> T insist(String what, Supplier<T> call) {
      for (int attempt = 0; attempt < ENOUGH; attempt++) {
        try {
          return call.get();
        } catch (ProviderException refused) {
          assertThat(refused.getMessage()).isNotBlank();
          STORAGE.get(Pause.class).of(BETWEEN_ATTEMPTS);
        }
      }
      throw new AssertionError(what + " never succeeded");
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
