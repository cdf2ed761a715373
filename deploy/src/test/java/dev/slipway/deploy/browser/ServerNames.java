package dev.slipway.deploy.browser;

import java.util.concurrent.atomic.AtomicInteger;

/// Names no server has yet, also when a test is run once more.
final class ServerNames {

  private static final AtomicInteger LAST = new AtomicInteger();

  private ServerNames() {}

  /// @param what it is for
  static String fresh(String what) {
    return what + "-" + LAST.incrementAndGet();
  }
}
