package dev.slipway.workflows.server;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which servers a list shows, and in which order.
///
/// @param statuses any of these; none means every state but `destroyed`
/// @param location the location's code
/// @param text a part of the name, or an address
/// @param labels all of these
/// @param tenant one tenant's, for callers who see more than one
/// @param sort the order; the id breaks ties
public record ServerFilter(
    Set<ServerStatus> statuses,
    @Nullable String location,
    @Nullable String text,
    Map<String, String> labels,
    @Nullable String tenant,
    Sort sort) {

  /// Everything that exists, newest first.
  public static final ServerFilter ALL =
      new ServerFilter(Set.of(), null, null, Map.of(), null, Sort.CREATED_AT_DESC);

  /// The orders a list can have.
  public enum Sort {
    CREATED_AT_DESC,
    CREATED_AT_ASC,
    NAME_ASC,
    NAME_DESC
  }

  public ServerFilter {
    statuses = Set.copyOf(statuses);
    labels = Map.copyOf(labels);
  }
}
