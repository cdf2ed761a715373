package dev.slipway.api.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.http.sse.Event;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class StreamReaderTest {

  private static final Duration QUIET = Duration.ofSeconds(2);

  private final CompletableFuture<StreamReader> made = new CompletableFuture<>();
  private final Flux<Event<String>> stream =
      Flux.create(sink ->
          made.complete(
              new StreamReader(sink, new ActionFeed.Bell(new Semaphore(0), () -> {}), QUIET)));

  /// Else whoever looks for news, and stops to keep awake, would look at the clock and do nothing
  /// but that.
  @Test
  void one_who_is_gone_has_his_quiet_time_again_without_a_word() {
    stream.subscribe().dispose();
    StreamReader reader = made.join();
    await().until(() -> reader.quietLeft().isZero());

    reader.keepAwake();

    assertThat(reader.isThere()).isFalse();
    assertThat(reader.quietLeft()).isPositive();
  }
}
