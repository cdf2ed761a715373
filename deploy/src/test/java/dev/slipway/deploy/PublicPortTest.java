package dev.slipway.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicPortTest {

  @Test
  void a_port_in_use_stops_the_start_before_anything_runs(@TempDir Path folder) throws IOException {
    Path data = folder.resolve("data");
    try (ServerSocket taken = taken()) {
      Map<String, String> environment =
          Map.of("SLIPWAY_DATA", data.toString(), "SLIPWAY_PORT", port(taken));

      assertThat(faults(() -> Launcher.start(environment)))
          .containsExactly(
              ("port %s on 127.0.0.1 is in use: stop what listens there, perhaps another Slipway,"
                      + " or set SLIPWAY_PORT to a free port")
                  .formatted(port(taken)));
    }
    assertThat(data).doesNotExist();
  }

  @Test
  void a_process_that_serves_nothing_needs_no_port() throws IOException {
    try (ServerSocket taken = taken()) {
      Map<String, String> environment =
          Map.of("SLIPWAY_PORT", port(taken), "SLIPWAY_WEB_ENABLED", "false");

      assertThatCode(() -> PublicPort.check(environment)).doesNotThrowAnyException();
    }
  }

  @Test
  void a_free_port_stays_free() {
    assertThatCode(() -> PublicPort.check(Map.of("SLIPWAY_PORT", "0"))).doesNotThrowAnyException();
  }

  @Test
  void an_interface_that_this_machine_has_not_is_told() {
    assertThat(faults(() -> check("192.0.2.1")))
        .singleElement()
        .asString()
        .startsWith("port 0 on 192.0.2.1 cannot be opened")
        .endsWith("set SLIPWAY_PORT or SLIPWAY_HOST to one that can");
    assertThat(faults(() -> check("nowhere.invalid")))
        .containsExactly("SLIPWAY_HOST is nowhere.invalid, and there is no such host");
  }

  private static void check(String host) {
    PublicPort.check(Map.of("SLIPWAY_HOST", host, "SLIPWAY_PORT", "0"));
  }

  private static ServerSocket taken() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static String port(ServerSocket socket) {
    return Integer.toString(socket.getLocalPort());
  }

  private static List<String> faults(ThrowingCallable start) {
    return assertThatExceptionOfType(WrongSettingsException.class)
        .isThrownBy(start)
        .actual()
        .faults();
  }
}
