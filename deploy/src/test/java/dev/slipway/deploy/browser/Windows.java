package dev.slipway.deploy.browser;

import java.util.HashMap;
import java.util.Map;

/// The windows on one installation: one for each reader and screen, used again and again.
final class Windows implements AutoCloseable {

  private final RunningSlipway slipway;
  private final Map<Place, Visit> open = new HashMap<>();

  private record Place(Reader reader, Screen screen) {}

  Windows(RunningSlipway slipway) {
    this.slipway = slipway;
  }

  /// A reader's window, signed in where he can be.
  Visit of(Reader reader, Screen screen) {
    return open.computeIfAbsent(
        new Place(reader, screen),
        place -> slipway.visit(place.reader().person(), place.screen().window()).open("/"));
  }

  @Override
  public void close() {
    open.values().forEach(Visit::close);
  }
}
