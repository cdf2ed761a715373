package dev.slipway.deploy.bench;

import dev.slipway.deploy.bench.panel.Stop;
import dev.slipway.deploy.bench.panel.Visitor;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Somebody who goes from page to page of the panel without a plan, and now and then loads one
/// anew.
final class Stroller {

  /// What every so many steps is.
  static final String FIRST_PAGE = "first page";

  private static final int ANEW_EVERY = 10;

  private final Visitor visitor;
  private final List<List<Stop>> stops;
  private Stop at;

  /// @param visitor whose page is not open yet
  /// @param stops where one may go, kind by kind
  Stroller(Visitor visitor, List<List<Stop>> stops) {
    this.visitor = visitor;
    this.stops = stops;
    at = stops.getFirst().getFirst();
    visitor.open(at);
    visitor.settle();
  }

  /// Goes to a page of another kind, or loads it.
  void step(Stopwatch watch) {
    Stop next = next();
    if (ThreadLocalRandom.current().nextInt(ANEW_EVERY) == 0) {
      visitor.leave();
      watch.time(FIRST_PAGE, () -> visitor.open(next));
    } else {
      watch.time(next.kind(), () -> visitor.go(next));
    }
    visitor.settle();
    at = next;
  }

  private Stop next() {
    return any(any(stops.stream().filter(kind -> !kind.contains(at)).toList()));
  }

  void leave() {
    visitor.leave();
  }

  /// How many bytes a change of page takes, as the mean of one of each kind.
  int usualSize() {
    int bytes = 0;
    for (List<Stop> kind : stops.reversed()) {
      at = kind.getFirst();
      bytes += visitor.go(at);
      visitor.settle();
    }
    return bytes / stops.size();
  }

  private static <T> T any(List<T> choice) {
    return choice.get(ThreadLocalRandom.current().nextInt(choice.size()));
  }
}
