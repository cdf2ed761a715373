package dev.slipway.activities.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineContactTest {

  private final int port = freePort();
  private final WorkflowServiceStubs stubs =
      new TemporalFactory().stubs(settings(Duration.ofSeconds(1)));

  @AfterEach
  void stop() {
    stubs.shutdownNow();
  }

  private TemporalConfiguration settings(Duration patience) {
    return TemporalFixtures.external(port, patience);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_worker_waits_for_a_temporal_that_comes_up_after_it() {
    CompletableFuture<Void> opening =
        CompletableFuture.runAsync(
            () -> new EngineContact(stubs, settings(Duration.ofMinutes(1))).open());
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(4))
        .until(() -> !opening.isDone());

    try (var _ = TestServer.createPortBoundServer(port)) {
      await().atMost(Duration.ofSeconds(30)).until(opening::isDone);
      assertThat(opening).isCompleted();
    }
  }

  @Test
  void a_worker_whose_temporal_stays_away_ends_with_the_address_and_the_setting() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new EngineContact(stubs, settings(Duration.ofSeconds(1))).open())
        .withMessage(
            "Temporal at 127.0.0.1:%d did not answer within 1s (slipway.temporal.start-patience)",
            port);
  }
}
