package dev.slipway.workflows.server;

import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A tenant's server.
///
/// @param action the action that holds its lane, null when none
/// @param actionStatus where that action stands
/// @param plan the plan's code
/// @param image the image's code
/// @param location the location's code
/// @param networks codes of the networks it joins, in the order they were named
/// @param ipv6 an address, or a network with its prefix length
/// @param version rises with every change; the ETag
public record Server(
    ServerId id,
    TenantId tenantId,
    ServerName name,
    ServerStatus status,
    @Nullable ActionId action,
    @Nullable ActionStatus actionStatus,
    String plan,
    ServerSize size,
    String image,
    String location,
    List<String> networks,
    @Nullable String ipv4,
    @Nullable String ipv6,
    Map<String, String> labels,
    boolean isProtected,
    @Nullable Instant stateObservedAt,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  public Server {
    networks = List.copyOf(networks);
    labels = Map.copyOf(labels);
  }

  /// The same with another name, labels and protection.
  public Server with(ServerName newName, Map<String, String> newLabels, boolean nowProtected) {
    return new Server(
        id,
        tenantId,
        newName,
        status,
        action,
        actionStatus,
        plan,
        size,
        image,
        location,
        networks,
        ipv4,
        ipv6,
        newLabels,
        nowProtected,
        stateObservedAt,
        createdAt,
        updatedAt,
        version);
  }

  /// The same with its lane held.
  public Server heldBy(ActionId holder, ActionStatus holderStatus) {
    return new Server(
        id,
        tenantId,
        name,
        status,
        holder,
        holderStatus,
        plan,
        size,
        image,
        location,
        networks,
        ipv4,
        ipv6,
        labels,
        isProtected,
        stateObservedAt,
        createdAt,
        updatedAt,
        version);
  }
}
