package dev.slipway.workflows.catalog;

import java.util.List;
import java.util.Optional;

/// What can be ordered. References are an id or a code.
public interface Catalog {

  /// Every active plan, by price.
  List<ServerPlan> plans();

  /// Every active image, by name.
  List<Image> images();

  /// Every location, by code.
  List<Location> locations();

  /// Every network, by location and code.
  List<Network> networks();

  /// The active plan of an id or code.
  Optional<ServerPlan> plan(String reference);

  /// The active image of an id or code.
  Optional<Image> image(String reference);

  /// The location of an id or code.
  Optional<Location> location(String reference);
}
