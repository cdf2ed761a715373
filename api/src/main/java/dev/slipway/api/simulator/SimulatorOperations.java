package dev.slipway.api.simulator;

import dev.slipway.api.http.Among;
import dev.slipway.api.http.Idempotency;
import dev.slipway.api.http.JsonInput;
import dev.slipway.api.http.Needed;
import dev.slipway.api.http.Vocabulary;
import dev.slipway.api.http.Wire;
import dev.slipway.workflows.simulator.FaultRule;
import dev.slipway.workflows.simulator.SimulatedAddress;
import dev.slipway.workflows.simulator.SimulatedMachine;
import dev.slipway.workflows.simulator.Timing;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The controls of a simulated location.
interface SimulatorOperations {

  @Get("/faults")
  FaultList faults(@PathVariable String location);

  @Put("/faults")
  FaultList replaceFaults(@PathVariable String location, @Body FaultsInput input);

  @Get("/machines")
  MachineList machines(@PathVariable String location);

  @Post("/machines")
  @Status(HttpStatus.CREATED)
  HttpResponse<MachineAnswer> createByHand(
      @PathVariable String location,
      @Nullable @Header(Idempotency.HEADER) String key,
      @Body MachineInput input);

  @Get("/addresses")
  AddressList addresses(@PathVariable String location);

  @Get("/timing")
  TimingAnswer timing(@PathVariable String location);

  @Put("/timing")
  TimingAnswer replaceTiming(@PathVariable String location, @Body TimingInput input);

  /// The faults to switch on.
  @Wire
  record FaultsInput(@Needed @Nullable List<FaultInput> faults) implements JsonInput {}

  /// A fault to switch on.
  @Wire
  record FaultInput(
      @Nullable String operation,
      @Needed @Among(Vocabulary.FAULT) @Nullable String fault,
      @Nullable Integer times,
      @Nullable Double probability,
      @Nullable Integer latencyMs) {}

  /// New times, in milliseconds.
  @Wire
  record TimingInput(
      @Nullable Integer createMs,
      @Nullable Integer powerMs,
      @Nullable Integer configureMs,
      @Nullable Integer deleteMs,
      @Nullable Double variance)
      implements JsonInput {}

  /// A machine to be made by hand: with a plan's size, or one of its own.
  @Wire
  record MachineInput(
      @Needed @Nullable String name,
      @Needed(or = "size") @Nullable String plan,
      @Nullable SizeInput size,
      @Needed @Nullable String image)
      implements JsonInput {}

  /// A size; every part is needed.
  @Wire
  record SizeInput(
      @Needed @Nullable Integer vcpus,
      @Needed @Nullable Integer memoryMib,
      @Needed @Nullable Integer diskGib) {}

  /// Faults.
  @Wire
  record FaultList(List<FaultBody> faults) {

    static FaultList of(List<FaultRule> rules) {
      return new FaultList(
          rules.stream()
              .map(rule ->
                  new FaultBody(
                      rule.operation(),
                      rule.fault().code(),
                      rule.times(),
                      rule.probability(),
                      rule.latency().toMillis()))
              .toList());
    }
  }

  /// A fault that is switched on.
  @Wire
  record FaultBody(
      String operation,
      @Among(Vocabulary.FAULT) String fault,
      int times,
      double probability,
      long latencyMs) {}

  /// Machines.
  @Wire
  record MachineList(List<MachineBody> machines) {

    static MachineList of(List<SimulatedMachine> machines) {
      return new MachineList(machines.stream().map(MachineBody::of).toList());
    }
  }

  /// A machine, wrapped by its noun.
  @Wire
  record MachineAnswer(MachineBody machine) {}

  /// A machine of the ledger.
  @Wire
  record MachineBody(
      String externalId,
      String name,
      @Nullable String key,
      @Nullable String actionId,
      String state,
      List<String> networks,
      Instant createdAt,
      @Nullable Instant deletedAt) {

    static MachineBody of(SimulatedMachine machine) {
      return new MachineBody(
          machine.externalId(),
          machine.name(),
          machine.key(),
          machine.actionId(),
          machine.state(),
          machine.networks(),
          machine.createdAt(),
          machine.deletedAt());
    }
  }

  /// Addresses.
  @Wire
  record AddressList(List<AddressBody> addresses) {

    static AddressList of(List<SimulatedAddress> addresses) {
      return new AddressList(
          addresses.stream()
              .map(address ->
                  new AddressBody(
                      address.address(),
                      address.family(),
                      address.key(),
                      address.actionId(),
                      address.allocatedAt(),
                      address.releasedAt()))
              .toList());
    }
  }

  /// An address of the ledger.
  @Wire
  record AddressBody(
      String address,
      int family,
      String key,
      String actionId,
      Instant allocatedAt,
      @Nullable Instant releasedAt) {}

  /// The timing of a location.
  @Wire
  record TimingAnswer(TimingBody timing) {

    static TimingAnswer of(Timing timing) {
      return new TimingAnswer(
          new TimingBody(
              timing.create().toMillis(),
              timing.power().toMillis(),
              timing.configure().toMillis(),
              timing.delete().toMillis(),
              timing.variance()));
    }
  }

  /// How long tasks take, in milliseconds.
  @Wire
  record TimingBody(
      long createMs, long powerMs, long configureMs, long deleteMs, double variance) {}
}
