package dev.slipway.deploy.system;

import java.io.IOException;
import java.util.Collection;
import java.util.stream.Collectors;

/// Signals to processes of this machine, each by its pid.
final class Signals {

  private Signals() {}

  /// Sends one signal to all of them in one call, so that none sees another die first.
  ///
  /// @param name such as `KILL`
  static void send(String name, Collection<Long> pids) {
    if (pids.isEmpty()) {
      return;
    }
    String all = pids.stream().map(String::valueOf).collect(Collectors.joining(" "));
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + all)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("sending " + name + " to " + all, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
