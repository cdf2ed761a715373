package dev.slipway.workflows.catalog;

import dev.slipway.workflows.server.Server;
import java.util.ArrayList;
import java.util.List;

/// Checks what is changed about a server that was ordered against what can be ordered now. What was
/// ordered stays good, though nobody could order it now. Call it inside a transaction.
public final class OrderChanges {

  private final Catalog catalog;

  /// Checks against a catalogue.
  public OrderChanges(Catalog catalog) {
    this.catalog = catalog;
  }

  /// What speaks against another image.
  ///
  /// @param image an id or a code
  public List<Misfit> toImage(Server server, String image) {
    if (server.image().equals(image)) {
      return List.of();
    }
    return catalog
        .image(image)
        .map(from -> from.misfits(server.size()))
        .orElseGet(() -> List.of(unknown("image")));
  }

  /// What speaks against another location.
  ///
  /// @param location an id or a code
  public List<Misfit> toLocation(Server server, String location) {
    if (server.location().equals(location)) {
      return List.of();
    }
    return catalog
        .location(location)
        .map(at -> misfits(server, at))
        .orElseGet(() -> List.of(unknown("location")));
  }

  private List<Misfit> misfits(Server server, Location at) {
    List<Misfit> misfits = new ArrayList<>();
    catalog.plan(server.plan()).flatMap(plan -> plan.misfit(at)).ifPresent(misfits::add);
    at.misfit().ifPresent(misfits::add);
    server.networks().stream()
        .filter(code -> catalog.networks().stream().noneMatch(net -> net.isAt(at.code(), code)))
        .map(code ->
            new Misfit("location", "no_network", at.name() + " has no network " + code + "."))
        .forEach(misfits::add);
    return misfits;
  }

  private static Misfit unknown(String noun) {
    return new Misfit(noun, "unknown", "There is no such " + noun + ".");
  }
}
