package dev.slipway.api.simulator;

import dev.slipway.api.http.FieldErrors;
import dev.slipway.api.server.ServerReadings;
import dev.slipway.api.simulator.SimulatorOperations.MachineInput;
import dev.slipway.api.simulator.SimulatorOperations.SizeInput;
import dev.slipway.workflows.catalog.Catalog;
import dev.slipway.workflows.catalog.Image;
import dev.slipway.workflows.catalog.ServerPlan;
import dev.slipway.workflows.server.ServerName;
import dev.slipway.workflows.server.ServerSize;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Checks what somebody wants to make by hand, all of it before refusing any.
@Singleton
class MachineChecks {

  private final Transactions transactions;
  private final Catalog catalog;

  MachineChecks(Transactions transactions, Catalog catalog) {
    this.transactions = transactions;
    this.catalog = catalog;
  }

  /// @throws dev.slipway.api.http.ProblemException `invalid_input` with a pointer for each fault
  NewMachine check(MachineInput input) {
    var errors = new FieldErrors();
    Optional<ServerName> name = ServerReadings.name(input.name(), errors);
    Optional<ServerSize> size =
        input.size() == null ? sizeOf(input.plan(), errors) : size(input, errors);
    Optional<Image> image = known("image", input.image(), catalog::image, errors);
    errors.throwIfAny();
    return new NewMachine(name.orElseThrow(), size.orElseThrow(), image.orElseThrow().code());
  }

  private Optional<ServerSize> sizeOf(@Nullable String plan, FieldErrors errors) {
    if (plan == null) {
      errors.add("/plan", "required", "Give a plan or a size.");
      return Optional.empty();
    }
    return known("plan", plan, catalog::plan, errors).map(ServerPlan::size);
  }

  private <T> Optional<T> known(
      String noun,
      @Nullable String reference,
      Function<String, Optional<T>> lookup,
      FieldErrors errors) {
    return ServerReadings.known(
        noun,
        reference,
        given -> transactions.in(Scope.PLATFORM, () -> lookup.apply(given)),
        errors);
  }

  private static Optional<ServerSize> size(MachineInput input, FieldErrors errors) {
    SizeInput size = input.size();
    if (input.plan() != null) {
      errors.add("/plan", "contradicts", "Give a plan or a size, not both.");
    }
    if (size == null
        || size.vcpus() == null
        || size.memoryMib() == null
        || size.diskGib() == null) {
      errors.add("/size", "required", "A size has vcpus, memory_mib and disk_gib.");
      return Optional.empty();
    }
    try {
      return Optional.of(new ServerSize(size.vcpus(), size.memoryMib(), size.diskGib()));
    } catch (IllegalArgumentException wrong) {
      errors.add("/size", "out_of_range", wrong.getMessage() + ".");
      return Optional.empty();
    }
  }
}
