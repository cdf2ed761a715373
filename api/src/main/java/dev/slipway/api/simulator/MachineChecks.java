package dev.slipway.api.simulator;

import dev.slipway.api.http.FieldErrors;
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
    Optional<ServerName> name = name(input.name(), errors);
    Optional<ServerSize> size =
        input.size() == null ? sizeOf(input.plan(), errors) : size(input, errors);
    Optional<String> image = image(input.image(), errors);
    errors.throwIfAny();
    return new NewMachine(name.orElseThrow(), size.orElseThrow(), image.orElseThrow());
  }

  private static Optional<ServerName> name(@Nullable String given, FieldErrors errors) {
    try {
      return Optional.of(new ServerName(given == null ? "" : given));
    } catch (IllegalArgumentException wrong) {
      errors.add("/name", "invalid_name", wrong.getMessage() + ".");
      return Optional.empty();
    }
  }

  private Optional<ServerSize> sizeOf(@Nullable String plan, FieldErrors errors) {
    if (plan == null) {
      errors.add("/plan", "required", "Give a plan or a size.");
      return Optional.empty();
    }
    Optional<ServerSize> size =
        transactions.in(Scope.PLATFORM, () -> catalog.plan(plan)).map(ServerPlan::size);
    if (size.isEmpty()) {
      errors.add("/plan", "unknown", "There is no such plan.");
    }
    return size;
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

  private Optional<String> image(@Nullable String given, FieldErrors errors) {
    Optional<String> code =
        given == null
            ? Optional.empty()
            : transactions.in(Scope.PLATFORM, () -> catalog.image(given)).map(Image::code);
    if (code.isEmpty()) {
      errors.add(
          "/image",
          given == null ? "required" : "unknown",
          given == null ? "Name an image." : "There is no such image.");
    }
    return code;
  }
}
