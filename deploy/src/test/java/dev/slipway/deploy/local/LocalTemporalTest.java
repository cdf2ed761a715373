package dev.slipway.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTemporalTest {

  @TempDir Path root;
  private DataDirectory data;

  @BeforeEach
  void open() {
    data = DataDirectory.open(root);
  }

  @AfterEach
  void close() {
    data.close();
  }

  @Test
  void the_engine_in_memory_takes_workflows_and_says_what_it_lacks() {
    try (LocalTemporal temporal = LocalTemporal.open(TestEnvironment.inMemory(root), data)) {
      Witness.markTemporal(temporal.endpoint());

      assertThat(Witness.temporalRemembers(temporal.endpoint())).isTrue();
      assertThat(temporal.endpoint().mode()).isEqualTo(TemporalMode.MEMORY);
      assertThat(temporal.endpoint().webUiUrl()).isEmpty();
      assertThat(temporal.endpoint().notice())
          .hasValueSatisfying(
              notice -> assertThat(notice).contains("schedules", "./slipway temporal"));
    }
  }

  @Test
  void the_engine_in_memory_keeps_its_port_and_listens_on_loopback_alone() throws Exception {
    Map<String, String> env = TestEnvironment.inMemory(root);
    LocalTemporal first = LocalTemporal.open(env, data);
    first.close();

    try (LocalTemporal second = LocalTemporal.open(env, data)) {
      String address = second.endpoint().address();
      int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));

      assertThat(second.endpoint()).isEqualTo(first.endpoint());
      assertThat(LoopbackPorts.answers(port)).isTrue();
      assertThat(NetworkInterface.networkInterfaces().filter(card -> answers(card, port)))
          .isEmpty();
    }
  }

  @Test
  void without_a_program_auto_falls_back_to_memory() {
    try (LocalTemporal temporal = LocalTemporal.open(bare("auto"), data)) {
      assertThat(temporal.endpoint().mode()).isEqualTo(TemporalMode.MEMORY);
    }
  }

  @Test
  void without_a_program_local_says_how_to_get_it() {
    assertThatThrownBy(() -> LocalTemporal.open(bare("local"), data))
        .isInstanceOf(StartFailedException.class)
        .hasMessageContaining("./slipway temporal");
  }

  @Test
  void an_unknown_wish_is_refused() {
    assertThatThrownBy(() -> LocalTemporal.open(bare("cloud"), data))
        .isInstanceOf(StartFailedException.class)
        .hasMessageContaining("auto, memory or local");
  }

  @Test
  void a_program_that_is_found_is_preferred() {
    Map<String, String> env = TestEnvironment.withRealTemporal(root);
    env.put("SLIPWAY_TEMPORAL", "auto");
    env.put("TEMPORAL_NAMESPACE", "panel");

    try (LocalTemporal temporal = LocalTemporal.open(env, data)) {
      assertThat(temporal.endpoint().mode()).isEqualTo(TemporalMode.LOCAL);
      assertThat(temporal.endpoint().namespace()).isEqualTo("panel");
      assertThat(temporal.endpoint().notice()).isEmpty();
    }
  }

  @Test
  void the_local_server_keeps_histories_for_three_days() {
    Map<String, String> env = TestEnvironment.withRealTemporal(root);

    try (LocalTemporal temporal = LocalTemporal.open(env, data)) {
      assertThat(Witness.retention(temporal.endpoint())).isEqualTo(Duration.ofDays(3));
      Witness.markTemporal(temporal.endpoint());
      assertThat(Witness.temporalRemembers(temporal.endpoint())).isTrue();
    }
  }

  private Map<String, String> bare(String wish) {
    return new HashMap<>(
        Map.of(
            "SLIPWAY_TEMPORAL", wish,
            "SLIPWAY_CACHE", root.resolve("cache").toString(),
            "HOME", root.toString()));
  }

  private static boolean answers(NetworkInterface card, int port) {
    return card.inetAddresses()
        .filter(address -> !address.isLoopbackAddress())
        .anyMatch(address -> {
          try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 500);
            return true;
          } catch (IOException e) {
            return false;
          }
        });
  }
}
