package dev.slipway.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.deploy.system.ProductDatabase;
import dev.slipway.deploy.system.SlipwayProcess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// What a page of a list costs beyond the rows it shows, and whether it grows with the list.
class ListBenchmark {

  private static final List<Integer> SIZES = List.of(100, 10_000, 100_000);
  private static final int CALLERS = 4;
  private static final int LEAST = 15_000;
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("bench.seconds", 10) / 2);

  @Test
  void pages_of_servers_per_second_beside_a_bare_list() throws Exception {
    try (SlipwayProcess slipway = Measured.webAlone().start();
        Bare bare = Bare.beside(slipway)) {
      List<Callable<Double>> parties = new ArrayList<>();
      for (int size : SIZES) {
        ListedTenant tenant = new ListedTenant(slipway, "list" + size, size, 1);
        Endpoint endpoint = tenant.fill();
        copy(slipway, tenant);
        String path = "servers?per_page=50&tenant=" + tenant.id();
        whole(bare.endpoint().get(path));
        assertThat(endpoint.get("servers?per_page=50"))
            .as("as much JSON as the reference sends")
            .hasSizeBetween(
                bare.endpoint().get(path).length * 98 / 100,
                bare.endpoint().get(path).length * 102 / 100);
        parties.add(
            () -> Load.closed(CALLERS, TIME, () -> whole(endpoint.get("servers?per_page=50"))));
        parties.add(() -> Load.closed(CALLERS, TIME, () -> whole(bare.endpoint().get(path))));
      }
      Results.write("P4", figures(Rounds.usual().of(parties)));
    }
  }

  /// An answer without rows would be a fast one.
  private static void whole(byte[] page) {
    if (page.length < LEAST) {
      throw new AssertionError("a page of " + page.length + " bytes");
    }
  }

  private static List<Figure> figures(List<List<Double>> perSecond) {
    List<Figure> figures = new ArrayList<>();
    for (int place = 0; place < SIZES.size(); place++) {
      figures.add(
          Figure.compared(
              "pages of 50 per second among %,d servers".formatted(SIZES.get(place)),
              new Series(perSecond.get(2 * place)),
              new Series(perSecond.get(2 * place + 1)),
              Target.atLeast(0.7)));
    }
    figures.add(
        Figure.faster(
            "pages of 50 per second among 100,000, beside Slipway's own among 100 (ratio: times slower)",
            new Series(perSecond.get(2 * (SIZES.size() - 1))),
            new Series(perSecond.getFirst()),
            Target.atMost(1.2)));
    return figures;
  }

  private static void copy(SlipwayProcess slipway, ListedTenant tenant) throws SQLException {
    ProductDatabase database = new ProductDatabase(slipway);
    try (Connection bare =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + slipway.port("postgres") + "/bare",
                "postgres",
                database.password());
        var statement = bare.createStatement()) {
      statement.execute(tenant.rows("bare_server"));
      statement.execute("vacuum analyze bare_server");
    }
  }
}
