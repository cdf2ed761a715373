package dev.slipway.deploy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Lets what is compared take turns, so that whatever else the machine does meets all of them.
///
/// @param count how many rounds count, after those that warm up
/// @param warmUps how many warm up
record Rounds(int count, int warmUps) {

  private static final int USUAL_WARM_UPS = 2;

  /// As many as are asked for by `-Dbench.rounds`, 5 where nothing is said.
  static Rounds usual() {
    return new Rounds(Integer.getInteger("bench.rounds", 5), USUAL_WARM_UPS);
  }

  /// Runs each party once a round, in turning order.
  ///
  /// @return for each party what its rounds brought
  <T> List<List<T>> of(List<Callable<T>> parties) throws Exception {
    for (int warmUp = 0; warmUp < warmUps; warmUp++) {
      for (Callable<T> party : parties) {
        party.call();
      }
    }
    List<List<T>> brought = Stream.<List<T>>generate(ArrayList::new).limit(parties.size()).toList();
    for (int round = 0; round < count; round++) {
      for (int turn = 0; turn < parties.size(); turn++) {
        int party = (round + turn) % parties.size();
        brought.get(party).add(parties.get(party).call());
      }
    }
    return brought;
  }

  /// One figure of each round.
  static <T> Series series(List<T> rounds, ToDoubleFunction<T> figure) {
    return new Series(rounds.stream().map(figure::applyAsDouble).toList());
  }
}
