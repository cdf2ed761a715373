package dev.slipway.deploy.local;

import java.util.List;

/// A program the launcher can run as a child: how to start it and how to see that it is well.
interface ChildProgram {

  ChildKind kind();

  /// How many loopback ports it needs.
  int portCount();

  /// The whole command line for these ports; equal inputs give equal commands, so that a running
  /// child can be compared with what would be started now.
  List<String> command(List<Integer> ports);

  /// Makes the data ready for a start, after the last process on it has gone.
  void prepare();

  /// One quick look, at most a few seconds: it serves, on these ports and on our data.
  boolean isHealthy(List<Integer> ports);
}
