package dev.slipway.activities.provider.simulator;

import dev.slipway.activities.provider.AddressFamily;
import dev.slipway.activities.provider.Capability;
import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.Found;
import dev.slipway.activities.provider.Operation;
import dev.slipway.activities.provider.Owner;
import dev.slipway.activities.provider.ProviderMachine;
import dev.slipway.activities.provider.Started;
import dev.slipway.activities.provider.TaskState;
import dev.slipway.workflows.capacity.Reservation;
import dev.slipway.workflows.capacity.Room;
import dev.slipway.workflows.catalog.Image;
import dev.slipway.workflows.server.ServerSize;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// The simulated cloud at one location. What has no operation of its own in the faults' vocabulary
/// is hit by `*` alone.
final class SimulatedCompute implements ComputeProvider {

  private final String location;
  private final SimulatedCloud cloud;

  SimulatedCompute(String location, SimulatedCloud cloud) {
    this.location = location;
    this.cloud = cloud;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public Catalogue catalogue() {
    return call(
        "list_catalogue",
        () -> new Catalogue(cloud.stock().catalog().images().stream().map(Image::code).toList()));
  }

  /// No call in the faults' vocabulary: whoever thinks of an order must not use up a fault that
  /// waits for one.
  @Override
  public Room roomFor(ServerSize size) {
    return cloud.calls().ask(() -> cloud.stock().rooms().roomFor(location, size));
  }

  @Override
  public Reservation reserve(ServerSize size, Owner owner, String key) {
    return call("reserve", () -> cloud.stock().rooms().reserve(location, size, owner, key));
  }

  @Override
  public Found<Reservation> findReservation(String key) {
    return call("find", () -> cloud.stock().rooms().find(location, key));
  }

  @Override
  public void releaseReservation(String externalId) {
    run("release_reservation", () -> cloud.stock().rooms().release(location, externalId));
  }

  @Override
  public AllocatedAddresses allocateAddresses(
      Set<AddressFamily> families, Owner owner, String key) {
    return call(
        "allocate_address",
        () -> cloud.stock().addresses().allocate(location, families, owner, key));
  }

  @Override
  public Found<AllocatedAddresses> findAddresses(String key) {
    return call("find", () -> cloud.stock().addresses().find(location, key));
  }

  @Override
  public void releaseAddresses(String externalId) {
    run("release_address", () -> cloud.stock().addresses().release(location, externalId));
  }

  @Override
  public Started start(Operation operation, String key) {
    return task(
        SimulatedWork.nameOf(operation),
        fate -> cloud.work().begin(location, operation, key, fate));
  }

  @Override
  public TaskState poll(String taskRef) {
    return task("poll", fate -> cloud.work().poll(location, taskRef, fate));
  }

  @Override
  public Found<ProviderMachine> find(String key) {
    return call("find", () -> cloud.machines().find(location, key));
  }

  @Override
  public Optional<ProviderMachine> read(String externalId) {
    return call("find", () -> cloud.machines().read(location, externalId));
  }

  @Override
  public boolean verify(String externalId) {
    return call("verify", () -> cloud.machines().answers(location, externalId));
  }

  @Override
  public void label(String externalId, Owner owner, String key) {
    run("label", () -> cloud.machines().label(location, externalId, owner, key));
  }

  @Override
  public void unlabel(String externalId) {
    run("unlabel", () -> cloud.machines().unlabel(location, externalId));
  }

  private <T> T call(String operation, Supplier<T> effect) {
    return cloud.calls().call(location, operation, effect);
  }

  private <T> T task(String operation, Function<TaskFate, T> effect) {
    return cloud.calls().task(location, operation, effect);
  }

  private void run(String operation, Runnable effect) {
    call(
        operation,
        () -> {
          effect.run();
          return location;
        });
  }
}
