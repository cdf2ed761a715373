package dev.slipway.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledLauncherTest {

  @TempDir Path data;
  private Map<String, String> env;
  private TestLauncher launcher;

  @BeforeEach
  void start() throws Exception {
    env = TestEnvironment.withRealTemporal(data);
    launcher = TestLauncher.start(env);
    assertThat(launcher.awaitReadyOrEnd()).endsWith("ready");
  }

  @AfterEach
  void leaveNothing() throws Exception {
    launcher.kill();
    try (DataDirectory left = DataDirectory.open(data)) {
      Child.stopLeftover(PostgresCluster.kindOn(left.postgres()), left.child("postgres"));
      Child.stopLeftover(TemporalServer.kindOn(left.temporalDatabase()), left.child("temporal"));
    }
  }

  @Test
  void the_children_of_a_killed_launcher_are_adopted() throws Exception {
    OsProcess postgres = Witness.postgres(data);
    OsProcess temporal = Witness.temporal(data);

    launcher.kill();
    assertThat(postgres.isAlive()).isTrue();
    assertThat(temporal.isAlive()).isTrue();
    try (LocalWorld world = LocalWorld.open(env)) {
      Witness.mark(world);

      assertThat(Witness.postgres(data).pid()).isEqualTo(postgres.pid());
      assertThat(Witness.temporal(data).pid()).isEqualTo(temporal.pid());
      assertThat(Witness.databaseRemembers(world)).isTrue();
    }
    assertThat(postgres.isAlive()).isFalse();
    assertThat(temporal.isAlive()).isFalse();
  }

  @Test
  void children_that_no_longer_answer_are_replaced() throws Exception {
    OsProcess postgres = Witness.postgres(data);
    OsProcess temporal = Witness.temporal(data);

    launcher.kill();
    freeze(postgres);
    freeze(temporal);
    try (LocalWorld world = LocalWorld.open(env)) {
      Witness.mark(world);

      assertThat(postgres.isAlive()).isFalse();
      assertThat(temporal.isAlive()).isFalse();
      assertThat(Witness.databaseRemembers(world)).isTrue();
      assertThat(Witness.temporalRemembers(world.temporal())).isTrue();
    }
  }

  @Test
  void data_survives_when_everything_is_killed_at_once() throws Exception {
    launcher.stop();
    try (LocalWorld world = LocalWorld.open(env)) {
      Witness.mark(world);
    }
    launcher = TestLauncher.start(env);
    launcher.awaitReadyOrEnd();
    OsProcess postgres = Witness.postgres(data);
    OsProcess temporal = Witness.temporal(data);

    launcher.kill();
    postgres.kill();
    temporal.kill();

    try (LocalWorld world = LocalWorld.open(env)) {
      assertThat(Witness.databaseRemembers(world)).isTrue();
      assertThat(Witness.temporalRemembers(world.temporal())).isTrue();
    }
  }

  @Test
  void children_whose_pid_files_are_lost_are_replaced() throws Exception {
    OsProcess postgres = Witness.postgres(data);
    OsProcess temporal = Witness.temporal(data);

    launcher.kill();
    Trees.delete(data.resolve("run"));
    try (LocalWorld world = LocalWorld.open(env)) {
      Witness.mark(world);

      assertThat(postgres.isAlive()).isFalse();
      assertThat(temporal.isAlive()).isFalse();
      assertThat(Witness.databaseRemembers(world)).isTrue();
    }
  }

  @Test
  void children_that_the_next_start_does_not_want_are_stopped() throws Exception {
    OsProcess postgres = Witness.postgres(data);
    OsProcess temporal = Witness.temporal(data);

    launcher.kill();
    env.put("DATABASE_URL", "postgres://db.example/panel");
    env.put("SLIPWAY_TEMPORAL", "memory");
    LocalWorld.open(env).close();

    assertThat(postgres.isAlive()).isFalse();
    assertThat(temporal.isAlive()).isFalse();
  }

  @Test
  void a_second_launcher_is_refused_while_the_first_lives() throws Exception {
    TestLauncher second = TestLauncher.start(env);

    assertThat(second.awaitReadyOrEnd())
        .contains("Slipway already runs on " + data.toRealPath())
        .contains("SLIPWAY_DATA");
    assertThat(second.stop()).isEqualTo(1);
    launcher.stop();
  }

  @Test
  void a_launcher_told_to_end_stops_its_children() throws Exception {
    OsProcess postgres = Witness.postgres(data);
    OsProcess temporal = Witness.temporal(data);

    launcher.stop();

    assertThat(postgres.isAlive()).isFalse();
    assertThat(temporal.isAlive()).isFalse();
  }

  /// Its threads stop one by one, and until the last has, it may still answer.
  private static void freeze(OsProcess process) {
    process.signal("STOP");
    await().until(() -> threads(process).allMatch(stat -> stat.contains(") T ")));
  }

  private static Stream<String> threads(OsProcess process) throws IOException {
    try (Stream<Path> tasks = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
      return tasks
          .map(task -> task.resolve("stat"))
          .map(KilledLauncherTest::read)
          .toList()
          .stream();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
