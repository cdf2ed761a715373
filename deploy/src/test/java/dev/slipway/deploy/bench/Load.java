package dev.slipway.deploy.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Makes calls of one kind in the two ways that figures need.
final class Load {

  private static final double SECOND = Duration.ofSeconds(1).toNanos();

  private Load() {}

  /// Calls at a constant rate, whether the calls before are answered or not. A call's time runs
  /// from when it was due, so that one slow answer is not hidden by the calls it delays.
  static Latencies open(double perSecond, Duration time, Runnable call) throws Exception {
    int count = (int) Math.round(perSecond * time.toSeconds());
    long[] nanos = new long[count];
    List<Future<?>> calls = new ArrayList<>(count);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long begin = System.nanoTime();
      for (int number = 0; number < count; number++) {
        int place = number;
        long due = begin + Math.round(number * SECOND / perSecond);
        awaitTime(due);
        calls.add(
            threads.submit(() -> {
              call.run();
              nanos[place] = System.nanoTime() - due;
            }));
      }
    }
    for (Future<?> each : calls) {
      each.get();
    }
    return Latencies.of(nanos);
  }

  private static void awaitTime(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /// So many callers at once, each calling again as soon as it is answered, until the time is over.
  ///
  /// @return answers per second
  static double closed(int callers, Duration time, Runnable call) throws Exception {
    AtomicLong answers = new AtomicLong();
    long begin = System.nanoTime();
    together(
        callers,
        () -> {
          while (System.nanoTime() - begin < time.toNanos()) {
            call.run();
            answers.incrementAndGet();
          }
        });
    return answers.get() * SECOND / (System.nanoTime() - begin);
  }

  /// So many callers at once, until so many calls are made together.
  ///
  /// @return calls per second
  static double all(int callers, int count, Runnable call) throws Exception {
    AtomicLong left = new AtomicLong(count);
    long begin = System.nanoTime();
    together(
        callers,
        () -> {
          while (left.getAndDecrement() > 0) {
            call.run();
          }
        });
    return count * SECOND / (System.nanoTime() - begin);
  }

  /// So many people at once, each of whom thinks after every answer, for half as long to half as
  /// long again, until the time is over. They come one after the other, spread over one thought.
  static void thinking(List<? extends Runnable> people, Duration thought, Duration time)
      throws Exception {
    long begin = System.nanoTime();
    AtomicLong number = new AtomicLong();
    together(
        people.size(),
        () -> {
          int place = (int) number.getAndIncrement();
          awaitTime(begin + thought.toNanos() * place / people.size());
          while (System.nanoTime() - begin < time.toNanos()) {
            people.get(place).run();
            awaitTime(System.nanoTime() + (long) (thought.toNanos() * (0.5 + Math.random())));
          }
        });
  }

  /// One call after the other.
  static Latencies sequential(int count, Runnable call) {
    long[] nanos = new long[count];
    for (int number = 0; number < count; number++) {
      long begin = System.nanoTime();
      call.run();
      nanos[number] = System.nanoTime() - begin;
    }
    return Latencies.of(nanos);
  }

  private static void together(int callers, Runnable work) throws Exception {
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < callers; caller++) {
        running.add(threads.submit(work));
      }
    }
    for (Future<?> each : running) {
      each.get();
    }
  }
}
