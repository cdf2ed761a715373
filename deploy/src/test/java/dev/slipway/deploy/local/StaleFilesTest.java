package dev.slipway.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleFilesTest {

  @TempDir Path root;
  private Map<String, String> env;
  private Process foreign;

  @BeforeEach
  void start() throws Exception {
    env = TestEnvironment.inMemory(root);
    foreign = new ProcessBuilder("sleep", "600").start();
  }

  @AfterEach
  void stop() {
    foreign.destroyForcibly();
  }

  @Test
  void a_pid_that_now_belongs_to_another_program_is_ignored_and_that_program_lives() {
    openAndClose();
    claimPidOfForeignProcess();

    openAndClose();

    assertThat(foreign.isAlive()).isTrue();
  }

  @Test
  void a_start_killed_while_it_made_the_cluster_is_done_again() throws Exception {
    Path unfinished = Files.createDirectories(root.resolve("postgres.unfinished/base"));
    Files.writeString(unfinished.resolve("1"), "half");

    openAndClose();

    assertThat(root.resolve("postgres/PG_VERSION")).exists();
    assertThat(unfinished()).isEmpty();
  }

  @Test
  void a_launcher_killed_while_it_makes_the_cluster_leaves_nothing_in_the_way() throws Exception {
    TestLauncher launcher = TestLauncher.start(env);
    await().until(() -> unfinished().anyMatch(path -> Files.exists(path.resolve("base"))));
    launcher.kill();

    openAndClose();

    assertThat(root.resolve("postgres/PG_VERSION")).exists();
    assertThat(unfinished()).isEmpty();
  }

  @Test
  void unreadable_files_of_the_last_start_count_as_absent() throws Exception {
    Files.createDirectories(root.resolve("run"));
    Files.writeString(root.resolve("run/postgres.pid"), "pid=many\n");
    Files.writeString(root.resolve("run/postgres.ports"), "none\n");

    openAndClose();

    assertThat(root.resolve("postgres/PG_VERSION")).exists();
  }

  @Test
  void data_of_another_postgresql_version_is_left_alone_and_named() throws Exception {
    openAndClose();
    Files.writeString(root.resolve("postgres/PG_VERSION"), "17\n");

    assertThatThrownBy(this::openAndClose)
        .isInstanceOf(StartFailedException.class)
        .hasMessageContaining("was written by PostgreSQL 17");
  }

  @Test
  void a_lost_superuser_password_is_named() throws Exception {
    openAndClose();
    Files.delete(root.resolve("secrets/postgres"));

    assertThatThrownBy(this::openAndClose)
        .isInstanceOf(StartFailedException.class)
        .hasMessageContaining("restore that file");
    assertThat(PostmasterFile.in(root.resolve("postgres"))).doesNotExist();
  }

  private Stream<Path> unfinished() throws IOException {
    try (Stream<Path> paths = Files.list(root)) {
      return paths.filter(path -> path.toString().contains(".unfinished")).toList().stream();
    }
  }

  private void openAndClose() {
    try (DataDirectory data = DataDirectory.open(root);
        LocalPostgres postgres = LocalPostgres.open(env, data)) {
      assertThat(postgres.child()).isPresent();
    }
  }

  private void claimPidOfForeignProcess() {
    Path cluster = root.resolve("postgres");
    try {
      new ChildRecord(foreign.pid(), Instant.now(), cluster, List.of(20_000), List.of("postgres"))
          .write(root.resolve("run/postgres.pid"));
      Files.writeString(
          PostmasterFile.in(cluster), foreign.pid() + "\n" + cluster + "\n1\n20000\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
