package dev.slipway.activities.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.activities.provider.ComputeProvider.AllocatedAddresses;
import dev.slipway.workflows.address.Addresses;
import dev.slipway.workflows.capacity.Reservation;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.ServerSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// A provider under test, and what tests do with it.
public abstract class ProviderScene {

  /// A size every provider has room for.
  protected static final ServerSize SIZE = new ServerSize(1, 1_024, 25);

  /// Whom everything is made for.
  protected static final Owner OWNER = new Owner("act_1", "ten_1", "srv_1");

  private static final int CALLERS = 20;

  /// The provider under test.
  protected abstract ComputeProvider provider();

  /// An image it has.
  protected abstract String image();

  /// Codes of networks it has.
  protected abstract List<String> networks();

  /// Makes a machine of [#SIZE] without us.
  ///
  /// @return its external id
  protected abstract String makeByHand(String name);

  /// Lets time pass at the provider.
  protected abstract void letPass(Duration time);

  /// Makes the next call fail.
  protected abstract void letNextCallFail(FailureClass failure);

  /// A key nobody used before.
  protected static String newKey() {
    return "act_" + UUID.randomUUID() + "/create-machine/1";
  }

  /// The machine of a key, as far as it was begun.
  protected final Started begin(String key) {
    Reservation room = provider().reserve(SIZE, OWNER, key);
    AllocatedAddresses addresses =
        provider().allocateAddresses(EnumSet.allOf(AddressFamily.class), OWNER, key);
    return provider().start(wanted(room, addresses.addresses()), key);
  }

  /// The external id of a running machine.
  protected final String running(String key) {
    Started started = begin(key);
    awaitEnd(started);
    return idOf(started);
  }

  /// Lets time pass until a task is over.
  protected final TaskState awaitEnd(Started started) {
    String task = taskOf(started);
    TaskState state = provider().poll(task);
    for (int look = 0; state instanceof TaskState.Running && look < 1_000; look++) {
      letPass(Duration.ofMillis(500));
      state = provider().poll(task);
    }
    return state;
  }

  /// The task of what was started.
  protected static String taskOf(Started started) {
    return Objects.requireNonNull(started.taskRef(), "it has no task");
  }

  /// The external id of what was started.
  protected static String idOf(Started started) {
    return Objects.requireNonNull(started.externalId(), "it has no id");
  }

  protected final Operation.Create wanted(Reservation room, Addresses addresses) {
    return new Operation.Create(
        "web-1", SIZE, image(), room.externalId(), addresses, networks(), List.of(), null, OWNER);
  }

  /// Asserts how a call fails.
  protected static ProviderException assertFails(FailureClass failure, Runnable call) {
    return assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(call::run)
        .satisfies(thrown -> assertThat(thrown.failure()).isEqualTo(failure))
        .satisfies(thrown -> assertThat(thrown.getMessage()).isNotBlank())
        .actual();
  }

  /// Makes a call from many threads at once.
  protected static <T> List<T> atOnce(IntFunction<Callable<T>> call) {
    List<Callable<T>> calls = IntStream.range(0, CALLERS).mapToObj(call).toList();
    List<T> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
      for (Future<T> result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
    } catch (Exception failed) {
      throw new AssertionError("a caller failed", failed);
    }
    return results;
  }
}
