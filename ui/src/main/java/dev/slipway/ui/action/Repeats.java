package dev.slipway.ui.action;

import dev.slipway.workflows.action.Attempt;
import dev.slipway.workflows.action.AttemptStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Attempts one after the other of which the same is said. A tenant reads it once, an operator for
/// each: the times between them are evidence.
///
/// @param first the earliest
/// @param last the latest
/// @param count how many, 1 or more
record Repeats(Attempt first, Attempt last, int count) {

  /// Puts those together that did not succeed and read the same.
  ///
  /// @param words what is said of an attempt
  static List<Repeats> of(List<Attempt> attempts, Function<Attempt, String> words) {
    List<Repeats> found = new ArrayList<>();
    for (Attempt attempt : attempts) {
      Repeats before = found.isEmpty() ? null : found.getLast();
      if (before != null && isRepeat(before.last(), attempt, words)) {
        found.set(found.size() - 1, before.and(attempt));
      } else {
        found.add(one(attempt));
      }
    }
    return List.copyOf(found);
  }

  /// Each by itself.
  static List<Repeats> none(List<Attempt> attempts) {
    return attempts.stream().map(Repeats::one).toList();
  }

  private static Repeats one(Attempt attempt) {
    return new Repeats(attempt, attempt, 1);
  }

  private Repeats and(Attempt next) {
    return new Repeats(first, next, count + 1);
  }

  private static boolean isRepeat(
      Attempt before, Attempt attempt, Function<Attempt, String> words) {
    boolean isWithoutSuccess =
        attempt.status() == AttemptStatus.FAILED || attempt.status() == AttemptStatus.LOST;
    return isWithoutSuccess
        && attempt.status() == before.status()
        && attempt.phase() == before.phase()
        && words.apply(attempt).equals(words.apply(before));
  }
}
