package dev.slipway.deploy.bench;

import dev.slipway.deploy.system.ApiClient;
import dev.slipway.deploy.system.Buyer;
import dev.slipway.deploy.system.SlipwayProcess;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What it costs to accept an order beyond a row that is stored for somebody with a token.
class AcceptBenchmark {

  private static final int SECONDS = Integer.getInteger("bench.seconds", 10);
  private static final int WARM_UP = 20 * SECONDS;

  @Test
  void orders_accepted_on_a_process_for_the_web_alone() throws Exception {
    try (SlipwayProcess slipway = Measured.webAlone().start()) {
      Results.write("P3-web", measured(slipway, new Rate(50, SECONDS, false), 2));
    }
  }

  @Test
  void orders_accepted_while_everything_runs() throws Exception {
    try (SlipwayProcess slipway = Measured.whole().start()) {
      Results.write("P3-all", measured(slipway, new Rate(5, 2 * SECONDS, true), 3));
    }
  }

  /// @param isWorkedAt whether orders are carried out, and are to be over before the next round
  private record Rate(int perSecond, int seconds, boolean isWorkedAt) {

    Latencies of(Runnable call) throws Exception {
      return Load.open(perSecond, Duration.ofSeconds(seconds), call);
    }
  }

  private static List<Figure> measured(SlipwayProcess slipway, Rate rate, double bound)
      throws Exception {
    String row = ApiClient.JSON.writeValueAsString(Buyer.order("bench", "sim-1"));
    try (Bare bare = Bare.beside(slipway);
        Orders orders = Orders.at(slipway)) {
      // a cold start is not asked for the whole rate at once
      Load.sequential(WARM_UP, orders::accept);
      Load.sequential(WARM_UP, () -> bare.endpoint().post("rows", row));
      List<List<Latencies>> rounds =
          Rounds.usual()
              .of(
                  List.of(
                      () -> {
                        Latencies accepted = rate.of(orders::accept);
                        if (rate.isWorkedAt()) {
                          orders.settle();
                        }
                        return accepted;
                      },
                      () -> rate.of(() -> bare.endpoint().post("rows", row))));
      return List.of(
          figure("p95", 95, rate, rounds, Target.atMost(bound)),
          figure("p99", 99, rate, rounds, null),
          figure("median", 50, rate, rounds, null));
    }
  }

  private static Figure figure(
      String name,
      int percentile,
      Rate rate,
      List<List<Latencies>> rounds,
      @Nullable Target target) {
    return Figure.compared(
        "%s of accepting an order, ms, at %d per second".formatted(name, rate.perSecond()),
        Rounds.series(rounds.getFirst(), each -> each.percentile(percentile)),
        Rounds.series(rounds.getLast(), each -> each.percentile(percentile)),
        target);
  }
}
