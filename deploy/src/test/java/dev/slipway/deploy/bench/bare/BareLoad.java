package dev.slipway.deploy.bench.bare;

import java.util.List;

/// How much a workflow carries, in bytes.
///
/// @param requests of each call's argument
/// @param results of each call's result
/// @param padding what makes this argument as long as the plan's order
public record BareLoad(List<Integer> requests, List<Integer> results, String padding) {

  /// A text of a length.
  static String text(int length) {
    return "x".repeat(Math.max(0, length));
  }

  /// With an argument of so many bytes.
  public static BareLoad of(int order, List<Integer> requests, List<Integer> results) {
    return new BareLoad(requests, results, text(order));
  }
}
