package dev.slipway.deploy.local;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices that a child has died while Slipway runs and starts it again on the same ports and data.
final class Supervisor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration REST = Duration.ofSeconds(5);

  private final List<Thread> watches;
  private volatile boolean isClosed;

  Supervisor(List<Child> children) {
    watches = children.stream().map(this::watch).toList();
  }

  /// Stops watching; the children go on.
  @Override
  public void close() {
    isClosed = true;
    watches.forEach(Thread::interrupt);
    watches.forEach(Supervisor::join);
  }

  private Thread watch(Child child) {
    return Thread.ofVirtual().name("supervise-" + child.name()).start(() -> supervise(child));
  }

  private void supervise(Child child) {
    while (!isClosed) {
      try {
        Poll.pause(LOOK);
        if (!child.isAlive()) {
          revive(child);
        }
      } catch (StartFailedException e) {
        isClosed = isClosed || Thread.currentThread().isInterrupted();
      }
    }
  }

  private void revive(Child child) {
    LOG.warn("local_child_died name={} ports={}", child.name(), child.ports());
    try {
      child.restart();
      LOG.warn("local_child_restarted name={} ports={}", child.name(), child.ports());
    } catch (RuntimeException e) {
      if (!isClosed) {
        LOG.error("local_child_not_restarted name={} retry_in={}", child.name(), REST, e);
        Poll.pause(REST);
      }
    }
  }

  private static void join(Thread watch) {
    try {
      watch.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
