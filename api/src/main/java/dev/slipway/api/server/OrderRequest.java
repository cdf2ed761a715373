package dev.slipway.api.server;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A server as somebody asks for it, not yet checked.
///
/// @param plan an id or a code, as are image and location
/// @param size the own size, where the plan allows one; null takes the plan's
/// @param networks codes or ids; empty means `public`
/// @param sshKeys ids or names of keys
/// @param userData cloud-init text, a secret
/// @param notBefore when it may start, null for at once
/// @param tenant the tenant's id where it is not the caller's own
public record OrderRequest(
    @Nullable String name,
    @Nullable String plan,
    @Nullable OwnSize size,
    @Nullable String image,
    @Nullable String location,
    List<String> networks,
    List<String> sshKeys,
    Map<String, String> labels,
    @Nullable String userData,
    @Nullable Instant notBefore,
    @Nullable String tenant) {

  public OrderRequest {
    networks = List.copyOf(networks);
    sshKeys = List.copyOf(sshKeys);
    labels = Map.copyOf(labels);
  }

  /// The parts of a size that differ from the plan's.
  public record OwnSize(
      @Nullable Integer vcpus, @Nullable Integer memoryMib, @Nullable Integer diskGib) {}

  /// The usual order: a plan's size, the public network, nothing else.
  public static OrderRequest of(String name, String plan, String image, String location) {
    return new OrderRequest(
        name, plan, null, image, location, List.of(), List.of(), Map.of(), null, null, null);
  }

  @Override
  public String toString() {
    return "OrderRequest[" + name + ", " + plan + ", " + image + ", " + location + "]";
  }
}
