package dev.slipway.deploy.bench;

import dev.slipway.deploy.bench.bare.BareLoad;
import dev.slipway.deploy.bench.bare.BareWorkflow;
import dev.slipway.deploy.system.ApiClient;
import dev.slipway.deploy.system.SlipwayProcess;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What an order costs beyond the workflow it is.
class OrderBenchmark {

  private static final int AT_ONCE = 10;
  private static final int ORDERS = Integer.getInteger("bench.orders", 100);
  private static final int ALONE = Integer.getInteger("bench.alone", 30);

  /// What an order costs falls until some five hundred were made, by what the compiler does
  /// meanwhile.
  private static final int WARM_UPS = 5;

  private static SlipwayProcess slipway;
  private static Bare bare;
  private static Orders orders;
  private static WorkflowServiceStubs stubs;
  private static WorkflowClient client;
  private static BareLoad load;

  @BeforeAll
  static void start() throws Exception {
    slipway = Measured.whole().start();
    bare = Bare.withWorkerBeside(slipway);
    orders = Orders.at(slipway);
    stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget(Bare.temporalOf(slipway))
                .setGrpcCompression(GrpcCompression.NONE)
                .build());
    client = WorkflowClient.newInstance(stubs);
    load = orders.load();
  }

  @AfterAll
  static void stop() throws Exception {
    stubs.shutdownNow();
    orders.close();
    bare.close();
    slipway.close();
  }

  @Test
  void finished_orders_per_second_beside_a_bare_workflow() throws Exception {
    List<List<Double>> perSecond =
        Rounds.usual()
            .after(WARM_UPS)
            .of(
                List.of(
                    () -> {
                      double speed = Load.all(AT_ONCE, ORDERS, orders::finish);
                      orders.settle();
                      return speed;
                    },
                    () -> Load.all(AT_ONCE, ORDERS, OrderBenchmark::runWorkflow)));

    Results.write(
        "P1",
        List.of(
            Figure.compared(
                "orders finished per second, 10 at once",
                new Series(perSecond.getFirst()),
                new Series(perSecond.getLast()),
                Target.atLeast(0.85))));
  }

  @Test
  void one_orders_latency_beside_a_bare_workflow_and_a_scheduler() throws Exception {
    String chain = ApiClient.JSON.writeValueAsString(Map.of("sizes", load.requests()));

    List<List<Latencies>> latencies =
        Rounds.usual()
            .of(
                List.of(
                    () -> {
                      Latencies order = Load.sequential(ALONE, orders::finish);
                      orders.settle();
                      return order;
                    },
                    () -> Load.sequential(ALONE, OrderBenchmark::runWorkflow),
                    () -> Load.sequential(ALONE, () -> bare.endpoint().post("chains", chain))));

    Series order = median(latencies.getFirst());
    Results.write(
        "P2",
        List.of(
            Figure.compared(
                "one order, ms, beside a bare workflow",
                order,
                median(latencies.get(1)),
                Target.atMost(1.3)),
            Figure.faster(
                "one order, ms, beside tasks of db-scheduler (ratio: times as fast)",
                order,
                median(latencies.getLast()),
                Target.atLeast(1.5))));
  }

  private static Series median(List<Latencies> rounds) {
    return Rounds.series(rounds, each -> each.percentile(50));
  }

  private static void runWorkflow() {
    client
        .newWorkflowStub(
            BareWorkflow.class,
            WorkflowOptions.newBuilder().setTaskQueue(BareWorkflow.QUEUE).build())
        .run(load);
  }
}
