package dev.slipway.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.deploy.system.SlipwayProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// How long the pages of the panel take while many people use it.
class PageBenchmark {

  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("bench.seconds", 10));
  private static final Duration THOUGHT =
      Duration.ofMillis(Integer.getInteger("bench.thought", 3_000));

  /// A sign-in is no part of what is measured.
  private static final Map<String, String> SETTINGS =
      Map.of("SLIPWAY_TEMPORAL", "local", "SLIPWAY_PASSWORD_COST", "4");

  private static final int ALONE = 200;

  /// Of each: a cold start is not asked for the whole rate at once.
  private static final int WARM_UP_STEPS = 5;

  private static final int API_CALLS_PER_SECOND = 10;
  private static final List<Integer> PERCENTILES = List.of(50, 95, 99);
  private static final List<String> CHANGES =
      List.of("dashboard", "list", "server", "action", "order form");
  private static final List<String> FIRST = List.of(Stroller.FIRST_PAGE);
  private static final List<String> API = List.of("API");
  private static final List<String> BARE = List.of("bare");

  @Test
  void pages_that_a_hundred_people_look_at_beside_bare_pages_and_one_person_alone()
      throws Exception {
    try (SlipwayProcess slipway = Measured.with(SETTINGS).start();
        Bare bare = Bare.beside(slipway)) {
      Crowd crowd = Crowd.at(slipway);
      crowd.people().forEach(each -> alone(each, WARM_UP_STEPS));
      int size = crowd.people().getFirst().usualSize();
      List<List<Stopwatch>> rounds =
          Rounds.usual()
              .of(
                  List.of(
                      () -> together(crowd),
                      () -> barePages(bare.endpoint(), crowd.people().size(), size),
                      () -> alone(crowd.people().getFirst(), ALONE)));
      crowd.people().forEach(Stroller::leave);
      Results.write("N1", figures(rounds.getFirst(), rounds.get(1), rounds.getLast()));
    }
  }

  private static Stopwatch together(Crowd crowd) throws Exception {
    Stopwatch watch = new Stopwatch();
    try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> programs =
          beside.submit(() ->
              Load.open(
                  API_CALLS_PER_SECOND,
                  TIME,
                  () -> watch.time(API.getFirst(), () -> list(crowd.api()))));
      List<Runnable> steps = new ArrayList<>();
      crowd.people().forEach(each -> steps.add(() -> each.step(watch)));
      Load.thinking(steps, THOUGHT, TIME);
      programs.get();
    }
    return watch;
  }

  private static void list(Endpoint api) {
    String servers = new String(api.get("servers?per_page=50"), StandardCharsets.UTF_8);
    assertThat(servers).contains('"' + Crowd.LISTED + '"');
  }

  private static Stopwatch barePages(Endpoint bare, int people, int size) throws Exception {
    Stopwatch watch = new Stopwatch();
    Runnable page = () -> assertThat(bare.get("pages?bytes=" + size)).hasSize(size);
    Runnable step = () -> watch.time(BARE.getFirst(), page);
    Load.thinking(Collections.nCopies(people, step), THOUGHT, TIME);
    return watch;
  }

  private static Stopwatch alone(Stroller person, int steps) {
    Stopwatch watch = new Stopwatch();
    for (int step = 0; step < steps; step++) {
      person.step(watch);
    }
    return watch;
  }

  private static List<Figure> figures(
      List<Stopwatch> together, List<Stopwatch> bare, List<Stopwatch> alone) {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.alone(
            "p95 of a change of page, ms", of(together, CHANGES, 95), Target.atMostMillis(200)));
    figures.add(
        Figure.alone("p95 of a first page, ms", of(together, FIRST, 95), Target.atMostMillis(200)));
    figures.add(
        Figure.alone(
            "p95 of `GET /servers` meanwhile, ms",
            of(together, API, 95),
            Target.atMostMillis(2_000)));
    figures.add(
        Figure.compared(
            "changes of page per second, beside bare pages",
            perSecond(together, CHANGES),
            perSecond(bare, BARE),
            null));
    for (int percentile : PERCENTILES) {
      figures.add(
          Figure.compared(
              name(percentile) + " of a change of page, ms, beside a bare page",
              of(together, CHANGES, percentile),
              of(bare, BARE, percentile),
              null));
    }
    for (int percentile : PERCENTILES) {
      figures.add(besideAlone("a change of page", CHANGES, percentile, together, alone));
    }
    for (int percentile : PERCENTILES) {
      figures.add(besideAlone("a first page", FIRST, percentile, together, alone));
    }
    for (String kind : CHANGES) {
      figures.add(besideAlone("a change to: " + kind, List.of(kind), 95, together, alone));
    }
    return figures;
  }

  private static Figure besideAlone(
      String what,
      List<String> kinds,
      int percentile,
      List<Stopwatch> together,
      List<Stopwatch> alone) {
    return Figure.compared(
        "%s of %s, ms, beside one person alone".formatted(name(percentile), what),
        of(together, kinds, percentile),
        of(alone, kinds, percentile),
        null);
  }

  private static Series of(List<Stopwatch> rounds, List<String> kinds, int percentile) {
    return Rounds.series(rounds, watch -> watch.of(kinds).percentile(percentile));
  }

  private static Series perSecond(List<Stopwatch> rounds, List<String> kinds) {
    return Rounds.series(rounds, watch -> watch.count(kinds) / (double) TIME.toSeconds());
  }

  private static String name(int percentile) {
    return percentile == 50 ? "median" : "p" + percentile;
  }
}
