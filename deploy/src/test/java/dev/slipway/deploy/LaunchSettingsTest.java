package dev.slipway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.deploy.local.LocalWorld;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchSettingsTest {

  @TempDir Path data;

  @Test
  void a_blank_variable_is_not_set() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(name -> name.matches("(DATABASE|TEMPORAL|SLIPWAY)_.*"));
    environment.putAll(
        Map.of(
            "SLIPWAY_DATA", data.toString(),
            "SLIPWAY_TEMPORAL", "memory",
            "DATABASE_URL", "",
            "DATABASE_OWNER_URL", " ",
            "TEMPORAL_ADDRESS", "",
            "SLIPWAY_METRICS_OPEN", "",
            "SLIPWAY_DEMO", "",
            "SLIPWAY_PORT", " "));
    environment.put("SLIPWAY_RATE_REQUESTS", "");

    try (LocalWorld world = LocalWorld.open(environment)) {
      Map<String, Object> settings =
          LaunchSettings.of(environment, world, new FirstPasswords(world.passwords()));

      assertThat(settings)
          .containsEntry("slipway.metrics.open", "true")
          .containsEntry("slipway.port", "8080")
          .doesNotContainKey("slipway.demo.enabled");
      assertThat(new GivenEnvironment(environment).get("SLIPWAY_RATE_REQUESTS")).isNull();
    }
  }

  @Test
  void metrics_are_closed_beside_a_database_that_is_given() {
    Map<String, String> environment =
        Map.of(
            "SLIPWAY_DATA", data.toString(),
            "SLIPWAY_TEMPORAL", "memory",
            "DATABASE_URL", "postgres://app:secret@127.0.0.1:1/slipway");

    try (LocalWorld world = LocalWorld.open(environment)) {
      assertThat(LaunchSettings.of(environment, world, new FirstPasswords(world.passwords())))
          .containsEntry("slipway.metrics.open", "false");
    }
  }
}
