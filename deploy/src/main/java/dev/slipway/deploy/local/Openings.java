package dev.slipway.deploy.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What a start has opened so far. Who stops it in the midst closes that, and nothing is opened
/// after: a part is either on the list before it is there, or it never comes to be.
public final class Openings implements AutoCloseable {

  private final SequencedMap<Object, Runnable> opened = new LinkedHashMap<>();
  private final Object closing = new Object();
  private boolean isClosed;

  /// Opens a part, which must not take long: a stop waits for it.
  ///
  /// @param owner whose part it is; it takes the place of the one he opened before
  /// @param closing ends the part, if it has not ended yet
  /// @throws StartFailedException when it is being stopped; then nothing was opened
  public synchronized <T> T open(Object owner, Supplier<T> opening, Consumer<? super T> closing) {
    if (isClosed) {
      throw new StartFailedException("it is being stopped");
    }
    T part = opening.get();
    opened.put(owner, () -> closing.accept(part));
    return part;
  }

  /// Closes everything, the last one first. What cannot be closed keeps nothing else from being
  /// closed; the first such failure is thrown in the end. Who comes while another closes waits for
  /// him.
  @Override
  public void close() {
    List<RuntimeException> failures = new ArrayList<>();
    synchronized (closing) {
      for (Runnable each : takeAll()) {
        try {
          each.run();
        } catch (RuntimeException e) {
          failures.add(e);
        }
      }
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }

  private synchronized List<Runnable> takeAll() {
    isClosed = true;
    List<Runnable> all = List.copyOf(opened.sequencedValues().reversed());
    opened.clear();
    return all;
  }
}
