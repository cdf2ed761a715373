package dev.slipway.api.server;

import dev.slipway.api.http.JsonInput;
import dev.slipway.api.http.Needed;
import dev.slipway.api.http.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An order in the body of a request.
///
/// @param size the own size, where the plan allows one
/// @param userData cloud-init text, at most 32 KiB
/// @param notBefore when it may start, at most 366 days from now; null, or a time that has passed,
///   for at once
@Wire
record OrderInput(
    @Needed @Nullable String name,
    @Needed @Nullable String plan,
    @Nullable SizeInput size,
    @Needed @Nullable String image,
    @Needed @Nullable String location,
    @Nullable List<String> networks,
    @Nullable List<String> sshKeys,
    @Nullable Map<String, String> labels,
    @Nullable String userData,
    @Nullable Instant notBefore,
    @Nullable String tenantId)
    implements JsonInput {

  /// The parts of a size that differ from the plan's.
  @Wire
  record SizeInput(
      @Nullable Integer vcpus, @Nullable Integer memoryMib, @Nullable Integer diskGib) {

    OrderRequest.OwnSize toOwnSize() {
      return new OrderRequest.OwnSize(vcpus, memoryMib, diskGib);
    }
  }

  /// The same order as a body, for what is compared or kept.
  static OrderInput of(OrderRequest request) {
    var size = request.size();
    return new OrderInput(
        request.name(),
        request.plan(),
        size == null ? null : new SizeInput(size.vcpus(), size.memoryMib(), size.diskGib()),
        request.image(),
        request.location(),
        request.networks(),
        request.sshKeys(),
        request.labels(),
        request.userData(),
        request.notBefore(),
        request.tenant());
  }

  OrderRequest toRequest() {
    return new OrderRequest(
        name,
        plan,
        size == null ? null : size.toOwnSize(),
        image,
        location,
        Objects.requireNonNullElse(networks, List.of()),
        Objects.requireNonNullElse(sshKeys, List.of()),
        Objects.requireNonNullElse(labels, Map.of()),
        userData,
        notBefore,
        tenantId);
  }

  @Override
  public String toString() {
    return toRequest().toString();
  }
}
