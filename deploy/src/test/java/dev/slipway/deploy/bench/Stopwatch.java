package dev.slipway.deploy.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Takes the times of calls of several kinds that are made at once.
final class Stopwatch {

  private final Map<String, Collection<Long>> nanos = new ConcurrentHashMap<>();

  void time(String kind, Runnable call) {
    long begin = System.nanoTime();
    call.run();
    long taken = System.nanoTime() - begin;
    nanos.computeIfAbsent(kind, each -> new ConcurrentLinkedQueue<>()).add(taken);
  }

  /// The times of some kinds together.
  Latencies of(Collection<String> kinds) {
    List<Long> taken = taken(kinds);
    if (taken.isEmpty()) {
      throw new AssertionError("nothing was timed of " + kinds + ", only " + nanos.keySet());
    }
    return Latencies.of(taken);
  }

  int count(Collection<String> kinds) {
    return taken(kinds).size();
  }

  private List<Long> taken(Collection<String> kinds) {
    return kinds.stream().flatMap(kind -> nanos.getOrDefault(kind, List.of()).stream()).toList();
  }
}
