package dev.slipway.workflows.simulator;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/// A fault that is switched on; the first rule that matches a call wins.
///
/// @param operation one of [#OPERATIONS]; `*` matches every call
/// @param times how many calls it still hits, from 1
/// @param probability 0 to 1
/// @param latency how much slower, for the fault `latency`
public record FaultRule(
    String operation, Fault fault, int times, double probability, Duration latency) {

  /// What the simulator can be asked for.
  public static final Set<String> OPERATIONS =
      Set.of(
          "list_catalogue",
          "reserve",
          "allocate_address",
          "create_machine",
          "find",
          "poll",
          "configure",
          "verify",
          "start",
          "stop",
          "reset",
          "resize",
          "rebuild",
          "snapshot",
          "restore",
          "backup",
          "delete_machine",
          "release_address",
          "*");

  /// How many calls a rule can hit.
  public static final int MOST_TIMES = 1_000_000;

  /// How much slower a rule can make a call.
  public static final Duration MOST_LATENCY = Duration.ofMinutes(10);

  private static final String NAMED =
      OPERATIONS.stream()
          .filter(each -> !each.equals("*"))
          .sorted()
          .collect(Collectors.joining(", ", "", ", or * for every one"));

  /// @throws IllegalArgumentException with a sentence that names the field
  public FaultRule {
    require(OPERATIONS.contains(operation), "operation is " + NAMED);
    require(times >= 1 && times <= MOST_TIMES, "times is 1 to 1000000");
    require(probability >= 0 && probability <= 1, "probability is 0 to 1");
    require(
        !latency.isNegative() && latency.compareTo(MOST_LATENCY) <= 0, "latency_ms is 0 to 600000");
  }

  private static void require(boolean isFine, String text) {
    if (!isFine) {
      throw new IllegalArgumentException(text);
    }
  }
}
