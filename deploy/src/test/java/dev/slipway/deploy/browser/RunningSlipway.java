package dev.slipway.deploy.browser;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ReducedMotion;
import com.vaadin.flow.router.Route;
import com.zaxxer.hikari.HikariDataSource;
import dev.slipway.deploy.Launcher;
import dev.slipway.ui.shell.HeaderPart;
import dev.slipway.ui.shell.MenuEntry;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// One Slipway with a real Temporal and one Chromium, shared by every test of the panel. The first
/// test that asks starts them; they end with the JVM.
final class RunningSlipway implements AutoCloseable {

  private static final String LOCK_OUT = "alter role slipway_app nologin";
  private static final String THROW_OUT =
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'slipway_app'";
  private static final String LET_IN = "alter role slipway_app login";
  private static final int SHORT_PATIENCE = 1_000;
  private static final Duration BUSY_MACHINE = Duration.ofSeconds(60);

  private static final List<String> PLACES = List.of("sim-1", "sim-2", "sim-3");

  private final Launcher launcher;
  private final Chromium chromium;
  private final Path data;
  private final Map<Person, String> sessions = new EnumMap<>(Person.class);

  private RunningSlipway(String temporal, Chromium chromium) {
    this(temporal, Map.of(), chromium);
  }

  private RunningSlipway(String temporal, Map<String, String> settings, Chromium chromium) {
    try {
      this.data = Files.createTempDirectory("slipway-browser");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.launcher = Launcher.start(environment(temporal, settings, data));
    this.chromium = chromium;
    PLACES.forEach(api(Person.OPERATOR)::quick);
  }

  private static final class Holder {
    private static final RunningSlipway ONE =
        closedAtTheEnd(new RunningSlipway("local", Chromium.start()));

    private static RunningSlipway closedAtTheEnd(RunningSlipway slipway) {
      Runtime.getRuntime().addShutdownHook(new Thread(slipway.launcher::close));
      return slipway;
    }
  }

  static RunningSlipway shared() {
    return Holder.ONE;
  }

  /// One more, whose Temporal lives in memory; close it.
  static RunningSlipway inMemory() {
    return new RunningSlipway("memory", shared().chromium);
  }

  /// One more, with nobody to do its work, whose Temporal is another's behind a port; close it.
  static RunningSlipway withoutWorker(int temporalPort) {
    var settings =
        Map.of(
            "TEMPORAL_ADDRESS",
            "127.0.0.1:" + temporalPort,
            "SLIPWAY_TEMPORAL_WORKER",
            "false",
            "SLIPWAY_TEMPORAL_STARTER",
            "false");
    return new RunningSlipway("auto", settings, shared().chromium);
  }

  /// One more, whose Temporal lives in memory; it signs out who does nothing for so long; close it.
  static RunningSlipway impatient(Duration patience) {
    return new RunningSlipway(
        "memory", Map.of("SLIPWAY_SESSION_TIMEOUT", patience.toString()), shared().chromium);
  }

  private static Map<String, String> environment(
      String temporal, Map<String, String> settings, Path data) {
    var environment = new HashMap<>(System.getenv());
    environment.putAll(Person.settings());
    environment.put("SLIPWAY_PORT", "0");
    // a few people do what a thousand would
    environment.put("SLIPWAY_RATE_REQUESTS", "60000");
    environment.put("SLIPWAY_RATE_TENANT", "0");
    environment.put("SLIPWAY_TEMPORAL", temporal);
    environment.putAll(settings);
    environment.put("SLIPWAY_DATA", data.toString());
    return environment;
  }

  @Override
  public void close() {
    launcher.close();
  }

  /// A machine that no action made, as a person would make it in the provider's own panel.
  ///
  /// @return its external id
  String madeByHand(String place, String name) {
    var machine = "vm-" + UUID.randomUUID();
    var insert =
        """
        insert into sim_reservation (
          external_id, location, host, vcpus, memory_mib, disk_gib, created_at)
        values ('res-%1$s', '%2$s', '%2$s-h01', 1, 1024, 25, now());
        insert into sim_machine (
          external_id, location, name, reservation, vcpus, memory_mib, disk_gib, image, state,
          state_before, settles_at, created_at)
        values ('%1$s', '%2$s', '%3$s', 'res-%1$s', 1, 1024, 25, 'debian-12', 'running', 'running',
          now(), now())
        """
            .formatted(machine, place, name);
    execute(insert);
    return machine;
  }

  /// Does what no route does, as the database's superuser.
  void execute(String sql) {
    try (var connection = database();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException | IOException e) {
      throw new AssertionError(sql, e);
    }
  }

  /// Does something while Slipway gets no connection to its database, and returns when it gets them
  /// again.
  void withoutDatabase(Runnable work) {
    var pool = pool();
    pool.setConnectionTimeout(SHORT_PATIENCE);
    execute(LOCK_OUT);
    try {
      await().atMost(BUSY_MACHINE).until(() -> isWithoutConnection(pool));
      work.run();
    } finally {
      execute(LET_IN);
      await()
          .atMost(BUSY_MACHINE)
          .ignoreExceptions()
          .untilAsserted(() -> pool.getConnection().close());
    }
  }

  /// Who was about to get in when the door was closed is thrown out, too. What was used a moment
  /// ago the pool believes to be alive, each time anew.
  private boolean isWithoutConnection(HikariDataSource pool) {
    execute(THROW_OUT);
    try (var connection = pool.getConnection()) {
      if (!connection.isValid(1)) {
        pool.evictConnection(connection);
      }
      return false;
    } catch (SQLException away) {
      return true;
    }
  }

  /// Does something while whoever reads a table waits.
  void whileLocked(String table, Runnable work) {
    try (var connection = database();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table %s in access exclusive mode".formatted(table));
      work.run();
      connection.rollback();
    } catch (SQLException | IOException e) {
      throw new AssertionError(table, e);
    }
  }

  /// Does something while no frame can be drawn around a page.
  void withoutFrame(Runnable work) {
    var header = new BrittleHeader();
    launcher.context().registerSingleton(HeaderPart.class, header);
    header.whileBroken(work);
  }

  private HikariDataSource pool() {
    var source = launcher.context().getBean(DataSource.class);
    return (HikariDataSource) DelegatingDataSource.unwrapDataSource(source);
  }

  /// Every registered page, aliases left out.
  Stream<Class<?>> pages() {
    return launcher.context().getBeanDefinitions(Qualifiers.byStereotype(Route.class)).stream()
        .map(BeanDefinition::getBeanType);
  }

  /// Every entry of the sidebar that has a key.
  Stream<MenuEntry> menu() {
    return launcher.context().getBeansOfType(MenuEntry.class).stream()
        .filter(entry -> !entry.key().isEmpty());
  }

  /// Every view of a kind.
  Stream<Class<?>> viewsOf(Class<?> kind) {
    return launcher.context().getBeanDefinitions(kind).stream().map(BeanDefinition::getBeanType);
  }

  private Connection database() throws IOException, SQLException {
    var password = Files.readString(data.resolve("secrets").resolve("postgres")).strip();
    var port = Files.readAllLines(data.resolve("run").resolve("postgres.ports")).getFirst();
    var url = "jdbc:postgresql://127.0.0.1:" + port + "/slipway";
    return DriverManager.getConnection(url, "postgres", password);
  }

  String address() {
    return launcher.address();
  }

  PanelApi api(Person person) {
    return PanelApi.signedIn(address(), person);
  }

  /// A desk with nobody signed in.
  Visit visit() {
    return visit(null, Visit.desk());
  }

  /// A desk with this person signed in, in a window of the one session that he has everywhere; he
  /// signs in where that was ended. Open a page.
  Visit visit(Person person) {
    return visit(person, Visit.desk());
  }

  /// The same, of somebody who asked for less motion.
  Visit calmVisit(Person person) {
    return visit(person, Visit.desk().setReducedMotion(ReducedMotion.REDUCE));
  }

  /// The same, on a phone.
  Visit phone(Person person) {
    return visit(person, Visit.phone());
  }

  /// Any window, of somebody who has signed in or of nobody. Open a page.
  Visit visit(@Nullable Person person, NewContextOptions options) {
    if (person == null) {
      return Visit.at(address(), chromium.browser(), options);
    }
    var session = sessions.get(person);
    if (session != null) {
      options.setStorageState(session);
    }
    return Visit.at(address(), chromium.browser(), options)
        .signingIn(person, begun -> sessions.put(person, begun));
  }
}
