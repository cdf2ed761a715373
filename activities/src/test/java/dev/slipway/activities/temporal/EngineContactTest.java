package dev.slipway.activities.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.slipway.activities.log.LogLines;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.AddSearchAttributesResponse;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
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
import org.junit.jupiter.api.extension.RegisterExtension;

class EngineContactTest {

  @RegisterExtension final LogLines log = new LogLines(EngineContact.class);

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

  @Test
  void what_the_engine_refuses_to_know_is_told_with_the_reason() throws IOException {
    Server server =
        Grpc.newServerBuilderForPort(port, InsecureServerCredentials.create())
            .addService(new TemporalThatRefuses())
            .build()
            .start();
    try {
      new EngineContact(stubs, settings(Duration.ofSeconds(30))).open();
    } finally {
      server.shutdownNow();
    }

    assertThat(log.all()).extracting(ILoggingEvent::getLevel).containsOnly(Level.WARN);
    assertThat(log.texts())
        .hasSize(4)
        .first()
        .asString()
        .contains("attribute=SlipwayTenant", "namespace=default", "not for you");
  }

  @Test
  void what_the_engine_knows_already_is_nothing_to_tell() {
    try (var _ = TestServer.createPortBoundServer(port)) {
      new EngineContact(stubs, settings(Duration.ofSeconds(30))).open();
      new EngineContact(stubs, settings(Duration.ofSeconds(30))).open();
    }

    assertThat(log.all()).isEmpty();
  }

  /// Takes workflows, and no search attributes.
  private static final class TemporalThatRefuses
      extends OperatorServiceGrpc.OperatorServiceImplBase {

    @Override
    public void addSearchAttributes(
        AddSearchAttributesRequest request, StreamObserver<AddSearchAttributesResponse> answer) {
      answer.onError(Status.PERMISSION_DENIED.withDescription("not for you").asRuntimeException());
    }
  }
}
