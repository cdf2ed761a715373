package dev.slipway.deploy.system;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which faults are met at which operations, on the way and on the way back.
final class FaultMatrix {

  /// Those that time or the provider solves.
  static final Set<String> WAITS = Set.of("rate_limited", "locked", "outage");

  /// Those that a person solves.
  static final Set<String> PARKS = Set.of("capacity", "quota", "invalid", "auth", "permission");

  /// Those that go on by themselves, unless they last.
  private static final List<String> GOES_ON =
      List.of("lost_reply", "transient", "malformed", "latency", "task_failed", "task_lost");

  /// Those whose attempts can be spent.
  private static final List<String> SPENT =
      List.of("lost_reply", "transient", "malformed", "task_failed");

  private static final List<String> FORWARD =
      List.of(
          "reserve", "allocate_address", "create_machine", "find", "poll", "configure", "verify");
  private static final List<String> UNDO = List.of("delete_machine", "release_address");

  /// Met by an undo, too: every case is an order of its own, so one fault of each kind is enough.
  private static final List<String> ALSO_UNDO = List.of("find", FaultCase.UNNAMED);

  private FaultMatrix() {}

  static Stream<FaultCase> cases() {
    return Stream.of(
            FORWARD.stream().flatMap(each -> every(each, false)),
            UNDO.stream().flatMap(each -> every(each, true)),
            ALSO_UNDO.stream().flatMap(FaultMatrix::oneOfEachKind),
            undoOfPoll())
        .flatMap(cases -> cases);
  }

  private static Stream<FaultCase> every(String operation, boolean isUndo) {
    return Stream.of(
            GOES_ON.stream().map(fault -> new FaultCase(operation, fault, isUndo, false)),
            PARKS.stream().map(fault -> new FaultCase(operation, fault, isUndo, false)),
            WAITS.stream().map(fault -> new FaultCase(operation, fault, isUndo, true)),
            SPENT.stream().map(fault -> new FaultCase(operation, fault, isUndo, true)))
        .flatMap(cases -> cases);
  }

  private static Stream<FaultCase> oneOfEachKind(String operation) {
    return Stream.concat(
        once(operation, "lost_reply", "transient", "task_failed", "permission"),
        Stream.of("outage", "lost_reply", "malformed")
            .map(fault -> new FaultCase(operation, fault, true, true)));
  }

  /// The attempt after a failed poll finds the machine gone, so there is nothing left to poll and
  /// no attempt is spent.
  private static Stream<FaultCase> undoOfPoll() {
    return Stream.concat(
        once("poll", "lost_reply", "transient", "task_failed", "task_lost", "permission"),
        Stream.of(new FaultCase("poll", "outage", true, true)));
  }

  private static Stream<FaultCase> once(String operation, String... faults) {
    return Stream.of(faults).map(fault -> new FaultCase(operation, fault, true, false));
  }
}
