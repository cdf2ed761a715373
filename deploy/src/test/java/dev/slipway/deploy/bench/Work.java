package dev.slipway.deploy.bench;

import dev.slipway.deploy.system.SlipwayProcess;
import java.time.Duration;
import java.util.stream.Stream;

/// What processes have worked since they began, by the operating system's count: the time of a core
/// that their threads took, and their children's that still run.
///
/// @param application Slipway's JVM, or the reference's
/// @param temporal the Temporal server, which both use
/// @param database PostgreSQL, which both use
record Work(Duration application, Duration temporal, Duration database) {

  /// What was worked until now beside a Slipway, by it or another application.
  static Work until(SlipwayProcess slipway, ProcessHandle application) {
    return new Work(
        of(Stream.of(application)),
        of(family(slipway.child("temporal"))),
        of(family(slipway.child("postgres"))));
  }

  /// What was worked since.
  Work since(Work before) {
    return new Work(
        application.minus(before.application),
        temporal.minus(before.temporal),
        database.minus(before.database));
  }

  /// Milliseconds of a core for one of so many.
  static double each(Duration work, int count) {
    return work.toNanos() / 1e6 / count;
  }

  private static Stream<ProcessHandle> family(long parent) {
    return ProcessHandle.of(parent).stream()
        .flatMap(each -> Stream.concat(Stream.of(each), each.descendants()));
  }

  private static Duration of(Stream<ProcessHandle> processes) {
    return processes
        .flatMap(each -> each.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
