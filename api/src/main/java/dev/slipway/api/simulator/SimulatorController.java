package dev.slipway.api.simulator;

import dev.slipway.api.http.FieldErrors;
import dev.slipway.api.http.Idempotency;
import dev.slipway.api.http.Once;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.Reply;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.Callers;
import dev.slipway.api.security.Permitted;
import dev.slipway.workflows.simulator.Fault;
import dev.slipway.workflows.simulator.FaultRule;
import dev.slipway.workflows.simulator.SimulatedMachine;
import dev.slipway.workflows.simulator.Timing;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Routes of a simulated location.
@Tag(name = "Simulator")
@Controller("/api/v1/admin/simulators/{location}")
@Permitted(Permission.SIMULATOR_MANAGE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SimulatorController implements SimulatorOperations {

  private final SimulatorService simulators;
  private final MachineChecks checks;
  private final Callers callers;
  private final Idempotency idempotency;

  SimulatorController(
      SimulatorService simulators, MachineChecks checks, Callers callers, Idempotency idempotency) {
    this.simulators = simulators;
    this.checks = checks;
    this.callers = callers;
    this.idempotency = idempotency;
  }

  /// The faults that are left, in the order they are tried.
  @Override
  public FaultList faults(String location) {
    return FaultList.of(simulators.faults(callers.current(), location));
  }

  /// Replaces the faults; the first that matches a call wins.
  @Override
  public FaultList replaceFaults(String location, FaultsInput input) {
    List<FaultInput> given = input.faults();
    if (given == null) {
      throw ProblemException.invalid(
          "/faults", "required", "List the faults; an empty list switches all of them off.");
    }
    var errors = new FieldErrors();
    List<FaultRule> rules = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      rule(given.get(i), "/faults/" + i, errors).ifPresent(rules::add);
    }
    errors.throwIfAny();
    return FaultList.of(simulators.replaceFaults(callers.current(), location, rules));
  }

  private static Optional<FaultRule> rule(FaultInput input, String at, FieldErrors errors) {
    Optional<Fault> fault = Optional.ofNullable(input.fault()).flatMap(Fault::ofCode);
    if (fault.isEmpty()) {
      errors.add(at + "/fault", "unknown", "There is no such fault.");
      return Optional.empty();
    }
    try {
      return Optional.of(
          new FaultRule(
              Objects.requireNonNullElse(input.operation(), "*"),
              fault.get(),
              Objects.requireNonNullElse(input.times(), 1),
              Objects.requireNonNullElse(input.probability(), 1.0),
              Duration.ofMillis(Objects.requireNonNullElse(input.latencyMs(), 0))));
    } catch (IllegalArgumentException wrong) {
      String text = String.valueOf(wrong.getMessage());
      errors.add(at + "/" + text.split(" ", 2)[0], "invalid", text + ".");
      return Optional.empty();
    }
  }

  /// Every machine ever made, newest first.
  @Override
  public MachineList machines(String location) {
    return MachineList.of(simulators.machines(callers.current(), location));
  }

  /// Makes a machine as a person would in the provider's own panel, without key and labels: what an
  /// operator may then adopt. 409 `placement_error` when no host has room.
  @Override
  public HttpResponse<MachineAnswer> createByHand(
      String location, @Nullable String key, MachineInput input) {
    Caller caller = callers.current();
    return idempotency.once(
        new Once(caller, "POST /admin/simulators/{location}/machines", location, key, input),
        MachineAnswer.class,
        receipt -> {
          var made =
              simulators.createByHand(
                  caller,
                  location,
                  checks.check(input),
                  machine -> receipt.accept(created(machine)));
          return created(made);
        });
  }

  private static Reply<MachineAnswer> created(SimulatedMachine made) {
    return new Reply<>(201, null, new MachineAnswer(MachineBody.of(made)));
  }

  /// Every address ever allocated, newest first.
  @Override
  public AddressList addresses(String location) {
    return AddressList.of(simulators.addresses(callers.current(), location));
  }

  /// How long tasks take.
  @Override
  public TimingAnswer timing(String location) {
    return TimingAnswer.of(simulators.timing(callers.current(), location));
  }

  /// Changes how long tasks take; what is left out stays.
  @Override
  public TimingAnswer replaceTiming(String location, TimingInput input) {
    Timing old = simulators.timing(callers.current(), location);
    try {
      Timing changed =
          new Timing(
              millis(input.createMs(), old.create()),
              millis(input.powerMs(), old.power()),
              millis(input.configureMs(), old.configure()),
              millis(input.deleteMs(), old.delete()),
              Objects.requireNonNullElse(input.variance(), old.variance()));
      return TimingAnswer.of(simulators.replaceTiming(callers.current(), location, changed));
    } catch (IllegalArgumentException wrong) {
      throw ProblemException.invalid("", "invalid", wrong.getMessage() + ".");
    }
  }

  private static Duration millis(@Nullable Integer given, Duration old) {
    return given == null ? old : Duration.ofMillis(given);
  }
}
