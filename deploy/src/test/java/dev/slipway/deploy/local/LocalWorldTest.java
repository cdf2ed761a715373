package dev.slipway.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalWorldTest {

  @TempDir Path data;

  @Test
  void a_second_start_finds_the_data_the_ports_and_the_key_of_the_first() throws Exception {
    Map<String, String> env = TestEnvironment.withRealTemporal(data);
    LocalWorld first = LocalWorld.open(env);
    Witness.mark(first);
    first.close();

    try (LocalWorld second = LocalWorld.open(env)) {
      assertThat(Witness.databaseRemembers(second)).isTrue();
      assertThat(Witness.temporalRemembers(second.temporal())).isTrue();
      assertThat(second.owner()).isEqualTo(first.owner());
      assertThat(second.app()).isEqualTo(first.app());
      assertThat(second.temporal()).isEqualTo(first.temporal());
      assertThat(second.temporal().webUiUrl()).isPresent();
      assertThat(second.secretKey()).isEqualTo(first.secretKey());
    }
  }

  @Test
  void closing_leaves_no_process_behind() throws Exception {
    LocalWorld world = LocalWorld.open(TestEnvironment.withRealTemporal(data));
    OsProcess postgres = Witness.postgres(data);
    OsProcess temporal = Witness.temporal(data);

    world.close();

    assertThat(postgres.isAlive()).isFalse();
    assertThat(temporal.isAlive()).isFalse();
  }

  @Test
  void two_given_addresses_start_nothing() throws Exception {
    Map<String, String> env = TestEnvironment.inMemory(data);
    env.put("DATABASE_URL", "postgres://app:se%40cret@db.example:6432/panel?sslmode=require");
    env.put("TEMPORAL_ADDRESS", "temporal.example:7233");
    env.put("SLIPWAY_SECRET_KEY", "given");

    try (LocalWorld world = LocalWorld.open(env)) {
      DatabaseLogin login =
          new DatabaseLogin(
              "jdbc:postgresql://db.example:6432/panel?sslmode=require", "app", "se@cret");
      assertThat(world.app()).isEqualTo(login);
      assertThat(world.owner()).isEqualTo(login);
      assertThat(world.temporal().mode()).isEqualTo(TemporalMode.EXTERNAL);
      assertThat(world.temporal().address()).isEqualTo("temporal.example:7233");
      assertThat(world.secretKey()).isEqualTo("given");
      assertThat(data.resolve("run")).isEmptyDirectory();
      assertThat(data.resolve("postgres")).doesNotExist();
    }
  }

  @Test
  void a_part_that_does_not_come_up_is_quoted_and_the_other_is_stopped(@TempDir Path programs)
      throws Exception {
    Files.createSymbolicLink(programs.resolve("temporal"), Path.of("/bin/ls"));
    Map<String, String> env = TestEnvironment.inMemory(data);
    env.put("SLIPWAY_TEMPORAL", "local");
    env.put("PATH", programs.toString());

    assertThatThrownBy(() -> LocalWorld.open(env))
        .isInstanceOf(StartFailedException.class)
        .hasMessageContaining("temporal ended at once")
        .hasMessageContaining("unrecognized option");

    assertThat(data.resolve("postgres/PG_VERSION")).exists();
    assertThat(PostmasterFile.in(data.resolve("postgres"))).doesNotExist();
  }
}
