package dev.slipway.workflows.world;

import dev.slipway.workflows.provider.FailureClass;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Everything that exists in the world by the key it was made under, and how often each key really
/// had an effect.
public final class WorldLedger {

  private static final String BY_HAND = "hand/";

  private final Map<String, String> present = new ConcurrentHashMap<>();
  private final Map<String, String> adopted = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> effects = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> removals = new ConcurrentHashMap<>();
  private final AtomicInteger serial = new AtomicInteger();

  /// Finds what the key has, or makes it.
  ///
  /// @return the provider's id
  String findOrMake(String key) {
    String bound = adopted.get(key);
    return bound != null
        ? bound
        : present.computeIfAbsent(
            key,
            making -> {
              count(effects, making);
              return "ext-" + serial.incrementAndGet();
            });
  }

  /// Has an effect that leaves nothing of its own, such as a configuration; twice is one.
  void once(String key) {
    effects.computeIfAbsent(key, having -> new AtomicInteger(1));
  }

  /// Removes what the key made, or lets go of what it adopted; neither is a success too.
  void remove(String key) {
    if (adopted.remove(key) == null && present.remove(key) != null) {
      count(removals, key);
    }
  }

  /// Makes something by hand, as an operator would at the provider.
  String makeByHand() {
    String id = "hand-" + serial.incrementAndGet();
    present.put(BY_HAND + id, id);
    return id;
  }

  /// Binds something made by hand to a key; twice is once.
  void adopt(String key, String externalId) {
    if (externalId.equals(adopted.get(key))) {
      return;
    }
    if (!exists(externalId) || adopted.containsValue(externalId)) {
      throw new ScriptedFailure(FailureClass.CONFLICT, externalId + " cannot be adopted", null);
    }
    adopted.put(key, externalId);
  }

  boolean exists(String externalId) {
    return present.containsValue(externalId);
  }

  /// The provider's id of what a key has, null when nothing.
  @Nullable String of(String key) {
    String bound = adopted.get(key);
    return bound == null ? present.get(key) : bound;
  }

  /// Keys of an action under which something exists, or is held.
  List<String> presentOf(String action) {
    return java.util.stream.Stream.concat(present.keySet().stream(), adopted.keySet().stream())
        .filter(key -> key.startsWith(action + "/"))
        .sorted()
        .toList();
  }

  /// How often each key of an action had an effect.
  Map<String, Integer> effectsOf(String action) {
    return countsOf(effects, action);
  }

  /// How often what a key of an action made was removed.
  Map<String, Integer> removalsOf(String action) {
    return countsOf(removals, action);
  }

  private static Map<String, Integer> countsOf(Map<String, AtomicInteger> counts, String action) {
    Map<String, Integer> found = new TreeMap<>();
    counts.forEach((key, count) -> {
      if (key.startsWith(action + "/")) {
        found.put(key, count.get());
      }
    });
    return found;
  }

  private static void count(Map<String, AtomicInteger> counts, String key) {
    counts.computeIfAbsent(key, first -> new AtomicInteger()).incrementAndGet();
  }
}
