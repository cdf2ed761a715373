package dev.slipway.activities.provider.simulator;

import dev.slipway.activities.provider.AddressFamily;
import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.ComputeProvider.AllocatedAddresses;
import dev.slipway.activities.provider.Found;
import dev.slipway.activities.provider.Operation;
import dev.slipway.activities.provider.Owner;
import dev.slipway.activities.provider.ProviderMachine;
import dev.slipway.activities.provider.Providers;
import dev.slipway.activities.provider.Started;
import dev.slipway.activities.storage.Storage;
import dev.slipway.activities.temporal.TestTime;
import dev.slipway.workflows.capacity.Reservation;
import dev.slipway.workflows.server.ServerSize;
import dev.slipway.workflows.simulator.SimulatedMachine;
import dev.slipway.workflows.simulator.Simulators;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// One call for each operation of the simulated cloud, prepared so that it would succeed.
final class SimulatedDeeds {

  private static final ServerSize SIZE = new ServerSize(1, 1_024, 25);
  private static final ServerSize LARGER = new ServerSize(2, 2_048, 50);
  private static final Owner OWNER = new Owner("act_1", "ten_1", "srv_1");
  private static final String OTHER_IMAGE = "ubuntu-24-04";

  private final Storage storage;
  private final String location;
  private final ComputeProvider provider;
  private final String key = "act_" + UUID.randomUUID() + "/create-machine/1";
  private final String deedKey = key + "/deed";

  SimulatedDeeds(Storage storage, String location) {
    this.storage = storage;
    this.location = location;
    this.provider = storage.get(Providers.class).at(location);
  }

  /// Machines that were ever made here.
  List<SimulatedMachine> machines() {
    return storage.get(Simulators.class).machines(location).stream()
        .filter(machine -> key.equals(machine.key()))
        .toList();
  }

  /// A call and how to see its effect.
  ///
  /// @param polled the task, where the call looks at one that was begun before
  record Deed(
      String operation,
      Supplier<Object> call,
      Optional<BooleanSupplier> effect,
      boolean hasTask,
      Optional<String> polled) {

    /// Makes the call.
    Object make() {
      return call.get();
    }

    boolean isCreate() {
      return operation.equals("create_machine") || operation.equals("poll");
    }

    String taskOf(Object reply) {
      return polled.orElseGet(
          () -> Objects.requireNonNull(((Started) reply).taskRef(), "it has no task"));
    }
  }

  Deed of(String operation) {
    return switch (operation) {
      case "list_catalogue" -> look(operation, provider::catalogue);
      case "reserve" ->
          call(operation, () -> provider.reserve(SIZE, OWNER, key), () -> isThere(reservation()));
      case "allocate_address" ->
          call(operation, this::allocate, () -> isThere(provider.findAddresses(key)));
      case "find" -> look(operation, () -> provider.find(key));
      case "create_machine" -> create();
      case "poll" -> poll();
      case "verify" -> {
        String machine = running();
        yield look(operation, () -> provider.verify(machine));
      }
      case "release_address" -> {
        AllocatedAddresses allocated = allocate();
        yield call(
            operation,
            () -> {
              provider.releaseAddresses(allocated.externalId());
              return allocated;
            },
            () -> !isThere(provider.findAddresses(key)));
      }
      default -> onMachine(operation, running());
    };
  }

  private Deed onMachine(String operation, String machine) {
    return switch (operation) {
      case "configure" ->
          task(
              operation,
              new Operation.Configure(
                  machine, "host-1", read(machine).addresses(), List.of(), List.of()),
              () -> "host-1".equals(read(machine).hostName()));
      case "start" -> {
        finish(new Operation.Stop(machine));
        yield task(operation, new Operation.Start(machine), () -> isRunning(machine));
      }
      case "stop" -> task(operation, new Operation.Stop(machine), () -> !isRunning(machine));
      case "reset" -> {
        finish(new Operation.Stop(machine));
        yield task(operation, new Operation.Reset(machine), () -> isRunning(machine));
      }
      case "resize" ->
          task(
              operation,
              new Operation.Resize(machine, LARGER),
              () -> read(machine).size().equals(LARGER));
      case "rebuild" ->
          task(
              operation,
              new Operation.Rebuild(machine, OTHER_IMAGE),
              () -> read(machine).image().equals(OTHER_IMAGE));
      case "snapshot" -> task(operation, new Operation.Snapshot(machine, "before"), this::isKept);
      case "backup" -> task(operation, new Operation.Backup(machine), this::isKept);
      case "restore" -> {
        String kept = finish(new Operation.Snapshot(machine, "before"));
        finish(new Operation.Rebuild(machine, OTHER_IMAGE));
        yield task(
            operation,
            new Operation.Restore(machine, kept),
            () -> read(machine).image().equals(SimulatedWorld.IMAGE));
      }
      case "delete_machine" ->
          task(operation, new Operation.Delete(machine), () -> provider.read(machine).isEmpty());
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private Deed create() {
    Operation.Create wanted = wanted();
    return new Deed(
        "create_machine",
        () -> provider.start(wanted, key),
        Optional.of(() -> isThere(provider.find(key))),
        true,
        Optional.empty());
  }

  private Deed poll() {
    String task = Objects.requireNonNull(provider.start(wanted(), key).taskRef(), "no task");
    return new Deed("poll", () -> provider.poll(task), Optional.empty(), true, Optional.of(task));
  }

  private Deed task(String operation, Operation change, BooleanSupplier effect) {
    return new Deed(
        operation,
        () -> provider.start(change, deedKey),
        Optional.of(effect),
        true,
        Optional.empty());
  }

  private static Deed call(String operation, Supplier<Object> call, BooleanSupplier effect) {
    return new Deed(operation, call, Optional.of(effect), false, Optional.empty());
  }

  private static Deed look(String operation, Supplier<Object> call) {
    return new Deed(operation, call, Optional.empty(), false, Optional.empty());
  }

  private Operation.Create wanted() {
    Reservation room = provider.reserve(SIZE, OWNER, key);
    return new Operation.Create(
        "web-1",
        SIZE,
        SimulatedWorld.IMAGE,
        room.externalId(),
        allocate().addresses(),
        List.of(),
        List.of(),
        null,
        OWNER);
  }

  private String running() {
    return finish(wanted());
  }

  private String finish(Operation operation) {
    Started started = provider.start(operation, key);
    storage.get(TestTime.class).of(Duration.ofSeconds(30));
    return Objects.requireNonNull(started.externalId(), "it has no id");
  }

  private AllocatedAddresses allocate() {
    return provider.allocateAddresses(EnumSet.allOf(AddressFamily.class), OWNER, key);
  }

  private Found<Reservation> reservation() {
    return provider.findReservation(key);
  }

  private ProviderMachine read(String machine) {
    return provider.read(machine).orElseThrow();
  }

  private boolean isKept() {
    return storage.asPlatform(
        () -> storage.get(KeptRows.class).ofKey(location, deedKey).isPresent());
  }

  private boolean isRunning(String machine) {
    return read(machine).state() == ProviderMachine.State.RUNNING;
  }

  private static boolean isThere(Found<?> found) {
    return found instanceof Found.One;
  }
}
