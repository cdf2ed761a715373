package dev.slipway.deploy.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// One figure of each round, in the order they were measured.
record Series(List<Double> rounds) {

  Series {
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("a series has at least one round");
    }
    rounds = List.copyOf(rounds);
  }

  double median() {
    List<Double> sorted = rounds.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  double least() {
    return rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  double most() {
    return rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /// This over another, round by round.
  Series over(Series other) {
    return new Series(
        IntStream.range(0, rounds.size())
            .mapToObj(round -> rounds.get(round) / other.rounds.get(round))
            .toList());
  }

  /// The median, with the least and the most in brackets.
  String text() {
    return "%s (%s–%s)".formatted(number(median()), number(least()), number(most()));
  }

  static String number(double value) {
    String form = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, form, value);
  }
}
