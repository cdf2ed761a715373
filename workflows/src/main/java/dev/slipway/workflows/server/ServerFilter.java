package dev.slipway.workflows.server;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which servers a list shows, and in which order.
///
/// @param statuses any of these; none means every state but `destroyed`
/// @param location the location's code
/// @param text a part of the name, or an address
/// @param labels all of these
/// @param progress how what is done to it goes on; null for whichever
/// @param tenant one tenant's, for callers who see more than one
/// @param sort the order; the id breaks ties
public record ServerFilter(
    Set<ServerStatus> statuses,
    @Nullable String location,
    @Nullable String text,
    Map<String, String> labels,
    @Nullable ServerProgress progress,
    @Nullable String tenant,
    Sort sort) {

  /// Everything that exists, newest first.
  public static final ServerFilter ALL =
      new ServerFilter(Set.of(), null, null, Map.of(), null, null, Sort.CREATED_AT_DESC);

  /// The same, whatever the states and however what is done goes on.
  public ServerFilter ofEveryState() {
    return new ServerFilter(Set.of(), location, text, labels, null, tenant, sort);
  }

  /// The orders a list can have.
  public enum Sort {
    CREATED_AT_DESC("created_at:desc"),
    CREATED_AT_ASC("created_at:asc"),
    NAME_ASC("name:asc"),
    NAME_DESC("name:desc");

    private final String code;

    Sort(String code) {
      this.code = code;
    }

    /// The word for it in addresses; `:asc` may be left out.
    public String code() {
      return code;
    }

    /// The order of a word; empty for an unknown one.
    public static Optional<Sort> ofCode(String code) {
      return Stream.of(values())
          .filter(each -> each.code.equals(code) || each.code.equals(code + ":asc"))
          .findFirst();
    }
  }

  public ServerFilter {
    statuses = Set.copyOf(statuses);
    labels = Map.copyOf(labels);
  }
}
