package dev.slipway.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path data;
  private LocalWorld world;

  @BeforeEach
  void open() throws Exception {
    world = LocalWorld.open(TestEnvironment.withRealTemporal(data));
    Witness.mark(world);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_killed_postgres_comes_back_on_the_same_address_with_its_data() {
    OsProcess postgres = Witness.postgres(data);
    OsProcess temporal = Witness.temporal(data);

    postgres.handle().destroyForcibly();

    await().atMost(LIMIT).until(() -> !postgres.isAlive());
    await().atMost(LIMIT).until(() -> Witness.databaseRemembers(world));
    assertThat(Witness.postgres(data).pid()).isNotEqualTo(postgres.pid());
    assertThat(Witness.temporal(data).pid()).isEqualTo(temporal.pid());
  }

  @Test
  void a_killed_temporal_comes_back_on_the_same_address_with_its_data() {
    OsProcess temporal = Witness.temporal(data);

    temporal.handle().destroyForcibly();

    await().atMost(LIMIT).until(() -> !temporal.isAlive());
    await()
        .atMost(LIMIT)
        .ignoreExceptions()
        .until(() -> Witness.temporalRemembers(world.temporal()));
    assertThat(Witness.temporal(data).pid()).isNotEqualTo(temporal.pid());
  }

  @Test
  void a_world_closed_while_a_child_comes_back_leaves_no_process() {
    OsProcess postgres = Witness.postgres(data);

    postgres.handle().destroyForcibly();
    await().atMost(LIMIT).until(() -> !postgres.isAlive());
    world.close();

    Path cluster = data.resolve("postgres");
    assertThat(PostgresCluster.kindOn(cluster).leftover(Optional.empty())).isEmpty();
  }
}
