package dev.slipway.deploy.bench;

import org.jspecify.annotations.Nullable;

/// One line of the results.
///
/// @param what what was measured, with its unit
/// @param product Slipway's figures
/// @param reference what they are compared with, null for a promise in seconds
/// @param ratio what the target speaks of
/// @param target null for a figure that is only told
record Figure(
    String what,
    Series product,
    @Nullable Series reference,
    Series ratio,
    @Nullable Target target) {

  static final String HEAD =
      """
      | measured | Slipway | reference | ratio | target | |
      |---|---|---|---|---|---|
      """;

  /// Slipway over the reference.
  static Figure compared(String what, Series product, Series reference, @Nullable Target target) {
    return new Figure(what, product, reference, product.over(reference), target);
  }

  /// How many times as fast Slipway is: the reference's time over its own.
  static Figure faster(String what, Series product, Series reference, Target target) {
    return new Figure(what, product, reference, reference.over(product), target);
  }

  static Figure alone(String what, Series product, @Nullable Target target) {
    return new Figure(what, product, null, product, target);
  }

  String row() {
    Series compared = reference;
    return "| %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            what,
            product.text(),
            compared == null ? "–" : compared.text(),
            compared == null ? "–" : ratio.text(),
            target == null ? "told only" : target.text(),
            target == null ? "" : target.verdict(ratio.median()));
  }
}
