package dev.slipway.workflows.catalog;

import dev.slipway.workflows.server.ServerSize;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A plan that can be ordered.
///
/// @param id `pln_…`
/// @param code what orders name, such as `s-1`
/// @param trafficGib per month
/// @param locations codes of the locations that offer it
/// @param custom the bounds of an own size, null where the size is fixed
/// @param isActive whether it can be ordered
public record ServerPlan(
    String id,
    String code,
    String name,
    ServerSize size,
    int trafficGib,
    Price price,
    List<String> locations,
    @Nullable SizeBounds custom,
    boolean isActive) {

  public ServerPlan {
    locations = List.copyOf(locations);
  }

  /// Why it cannot be had at a location, empty when it can.
  public Optional<Misfit> misfit(Location at) {
    return locations.contains(at.code())
        ? Optional.empty()
        : Optional.of(
            new Misfit("location", "not_offered", name + " is not offered in " + at.name() + "."));
  }

  /// What a server of a size costs: the plan's price, raised or lowered by the part of the own size
  /// that differs most.
  public Price priceOf(ServerSize own) {
    double share =
        Math.max(
            (double) own.vcpus() / size.vcpus(),
            Math.max(
                (double) own.memoryMib() / size.memoryMib(),
                (double) own.diskGib() / size.diskGib()));
    return own.equals(size) ? price : price.times(BigDecimal.valueOf(share));
  }
}
