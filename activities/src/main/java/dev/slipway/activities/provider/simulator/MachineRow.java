package dev.slipway.activities.provider.simulator;

import dev.slipway.activities.provider.Owner;
import dev.slipway.activities.provider.ProviderMachine;
import dev.slipway.workflows.address.Addresses;
import dev.slipway.workflows.server.ServerSize;
import dev.slipway.workflows.simulator.SimulatedMachine;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A row of `sim_machine` as it looks at one moment.
///
/// @param state what it shows at that moment
/// @param hostName what it shows at that moment
/// @param settlesAt when the task at work on it ends, or the last one ended
/// @param deletedAt when it is gone, which may lie ahead
@MappedEntity("sim_machine")
record MachineRow(
    @Id String externalId,
    String location,
    String name,
    @Nullable String key,
    @Nullable String labelAction,
    @Nullable String labelTenant,
    @Nullable String labelServer,
    String reservation,
    int vcpus,
    int memoryMib,
    int diskGib,
    String image,
    @Nullable String ipv4,
    @Nullable String ipv6,
    @TypeDef(type = DataType.STRING_ARRAY) List<String> networks,
    @Nullable String hostName,
    String state,
    Instant settlesAt,
    Instant createdAt,
    @Nullable Instant deletedAt) {

  ProviderMachine.State stateNow() {
    return ProviderMachine.State.valueOf(state.toUpperCase(Locale.ROOT));
  }

  /// Whether a task is at work on it.
  boolean isBusy(Instant now) {
    return now.isBefore(settlesAt);
  }

  ProviderMachine toMachine() {
    return new ProviderMachine(
        externalId,
        key,
        owner(),
        name,
        hostName,
        new ServerSize(vcpus, memoryMib, diskGib),
        image,
        new Addresses(location, ipv4, ipv6),
        networks,
        stateNow());
  }

  SimulatedMachine toLedger(Instant now) {
    boolean isGone = deletedAt != null && !deletedAt.isAfter(now);
    return new SimulatedMachine(
        externalId,
        name,
        key,
        labelAction,
        isGone ? "deleted" : state,
        networks,
        createdAt,
        isGone ? deletedAt : null);
  }

  private @Nullable Owner owner() {
    return labelAction == null || labelTenant == null || labelServer == null
        ? null
        : new Owner(labelAction, labelTenant, labelServer);
  }
}
