package dev.slipway.deploy.bench;

import static dev.slipway.deploy.bench.Rounds.series;

import dev.slipway.deploy.bench.bare.BareLoad;
import dev.slipway.deploy.bench.bare.BareWorkflow;
import dev.slipway.deploy.system.ApiClient;
import dev.slipway.deploy.system.SlipwayProcess;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What an order costs beyond the workflow it is.
class OrderBenchmark {

  private static final int AT_ONCE = 10;
  private static final int ORDERS = Integer.getInteger("bench.orders", 100);
  private static final int ALONE = Integer.getInteger("bench.alone", 30);

  /// What an order costs falls until some two thousand were made, by what the compiler does
  /// meanwhile, and PostgreSQL's planner on each connection of the pool. The reference, which is
  /// much smaller, is given as many.
  private static final int WARM_UPS = Integer.getInteger("bench.warmups", 2_000);

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
    Load.all(AT_ONCE, WARM_UPS, orders::finish);
    orders.settle();
    Load.all(AT_ONCE, WARM_UPS, OrderBenchmark::runWorkflow);
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
    List<List<Finished>> rounds =
        Rounds.usual()
            .of(
                List.of(
                    () -> {
                      Finished finished = finish(slipway.handle(), orders::finish);
                      orders.settle();
                      return finished;
                    },
                    () -> finish(bare.handle(), OrderBenchmark::runWorkflow)));

    Results.write(
        "P1",
        List.of(
            Figure.compared(
                "orders finished per second, 10 at once",
                series(rounds.getFirst(), Finished::perSecond),
                series(rounds.getLast(), Finished::perSecond),
                Target.atLeast(0.85)),
            Figure.compared(
                "the application's work for each, ms of a core",
                worked(rounds.getFirst(), Work::application),
                worked(rounds.getLast(), Work::application),
                null),
            Figure.compared(
                "Temporal's work for each, ms of a core",
                worked(rounds.getFirst(), Work::temporal),
                worked(rounds.getLast(), Work::temporal),
                null),
            Figure.alone(
                "PostgreSQL's work for each, ms of a core",
                worked(rounds.getFirst(), Work::database),
                null)));
  }

  /// A turn at once.
  ///
  /// @param work what all of it took
  private record Finished(double perSecond, Work work) {}

  private static Finished finish(ProcessHandle application, Runnable one) throws Exception {
    Work before = Work.until(slipway, application);
    double perSecond = Load.all(AT_ONCE, ORDERS, one);
    return new Finished(perSecond, Work.until(slipway, application).since(before));
  }

  private static Series worked(List<Finished> rounds, Function<Work, Duration> part) {
    return series(rounds, finished -> Work.each(part.apply(finished.work()), ORDERS));
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

    List<Spans> ours = spans(orders::finish);
    List<Spans> theirs = spans(OrderBenchmark::runWorkflow);
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
                Target.atLeast(1.5)),
            Figure.compared(
                "the calls of one, ms",
                series(ours, Spans::calls),
                series(theirs, Spans::calls),
                null),
            Figure.compared(
                "the workflow tasks of one, ms",
                series(ours, Spans::decisions),
                series(theirs, Spans::decisions),
                null)));
  }

  /// Of as many as a round has, one after the other.
  private static List<Spans> spans(Supplier<String> one) {
    return Stream.generate(one).limit(ALONE).map(workflow -> Spans.of(client, workflow)).toList();
  }

  private static Series median(List<Latencies> rounds) {
    return series(rounds, each -> each.percentile(50));
  }

  /// @return the workflow's id
  private static String runWorkflow() {
    String id = UUID.randomUUID().toString();
    client
        .newWorkflowStub(
            BareWorkflow.class,
            WorkflowOptions.newBuilder().setWorkflowId(id).setTaskQueue(BareWorkflow.QUEUE).build())
        .run(load);
    return id;
  }
}
