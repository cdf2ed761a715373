package dev.slipway.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final class TooLate extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final String ONE = "ten_1";

  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @AfterEach
  void close() {
    goOn.countDown();
    people.close();
  }

  private static Turns patient() {
    return new Turns(Duration.ofMinutes(1));
  }

  private void hold(Turns turns, String name) throws InterruptedException {
    people.execute(() -> turns.in(name, this::held, TooLate::new));
    assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
  }

  private String held() {
    begun.countDown();
    try {
      return goOn.await(1, TimeUnit.MINUTES) ? "held" : "forgotten";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void work_for_one_name_is_never_done_by_two() throws Exception {
    Turns turns = patient();
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    Runnable work =
        () -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          LockSupport.parkNanos(1_000);
          inside.decrementAndGet();
        };

    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        crowd.execute(() ->
            turns.in(
                ONE,
                () -> {
                  work.run();
                  return true;
                },
                TooLate::new));
      }
    }

    assertThat(most).hasValue(1);
    assertThat(turns.names()).isZero();
  }

  @Test
  void work_for_another_name_waits_for_nobody() throws Exception {
    Turns turns = new Turns(Duration.ofMillis(1));
    hold(turns, ONE);

    assertThat(IntStream.range(2, 1_000))
        .allSatisfy(number ->
            assertThat(turns.in("ten_" + number, () -> "done", TooLate::new)).isEqualTo("done"));
  }

  @Test
  void a_name_is_kept_while_there_is_work_for_it() throws Exception {
    Turns turns = new Turns(Duration.ofMillis(1));
    hold(turns, ONE);

    assertThatExceptionOfType(TooLate.class)
        .isThrownBy(() -> turns.in(ONE, () -> "done", TooLate::new));
    assertThat(turns.names()).isEqualTo(1);
    assertThatExceptionOfType(TooLate.class)
        .isThrownBy(() -> turns.in(ONE, () -> "done", TooLate::new));

    goOn.countDown();
    people.close();
    assertThat(turns.names()).isZero();
  }

  @Test
  void work_whose_turn_does_not_come_is_not_done() throws Exception {
    Turns turns = new Turns(Duration.ofMillis(1));
    hold(turns, ONE);

    assertThatExceptionOfType(TooLate.class)
        .isThrownBy(() -> turns.in(ONE, () -> "done", TooLate::new));
  }

  @Test
  void work_that_fails_ends_its_turn() {
    Turns turns = patient();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() ->
            turns.in(
                ONE,
                () -> {
                  throw new IllegalStateException("no");
                },
                TooLate::new));

    assertThat(turns.in(ONE, () -> "done", TooLate::new)).isEqualTo("done");
  }
}
