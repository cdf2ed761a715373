package dev.slipway.deploy.bench;

/// What a figure should be.
///
/// @param sense whether more or less is better
/// @param bound the worst figure that meets it
/// @param unit what the bound counts, empty for a ratio
record Target(Sense sense, double bound, String unit) {

  enum Sense {
    AT_LEAST("≥"),
    AT_MOST("≤");

    private final String sign;

    Sense(String sign) {
      this.sign = sign;
    }
  }

  static Target atLeast(double bound) {
    return new Target(Sense.AT_LEAST, bound, "");
  }

  static Target atMost(double bound) {
    return new Target(Sense.AT_MOST, bound, "");
  }

  static Target atMostSeconds(double bound) {
    return new Target(Sense.AT_MOST, bound, " s");
  }

  static Target atMostMillis(double bound) {
    return new Target(Sense.AT_MOST, bound, " ms");
  }

  String text() {
    return sense.sign + " " + Series.number(bound) + unit;
  }

  /// `met`, or by how many percent it is missed.
  String verdict(double figure) {
    double excess = sense == Sense.AT_LEAST ? (bound - figure) / bound : (figure - bound) / bound;
    return excess <= 0 ? "met" : "missed by %.0f %%".formatted(Math.max(1, excess * 100));
  }
}
