package dev.slipway.api.http;

import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.action.AttemptStatus;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.action.StepStatus;
import dev.slipway.workflows.action.WaitKind;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.ServerFilter;
import dev.slipway.workflows.server.ServerStatus;
import dev.slipway.workflows.simulator.Fault;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.tenant.Permission;
import dev.slipway.workflows.tenant.Role;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The words that fields of requests and answers are made of, each list as the code has it.
public enum Vocabulary {
  ACTION_STATUS(of(ActionStatus.values(), ActionStatus::code)),
  ACTION_TYPE(of(ActionType.values(), ActionType::code)),
  ATTEMPT_STATUS(of(AttemptStatus.values(), AttemptStatus::code)),
  COMMAND(of(CommandKind.values(), CommandKind::code)),
  /// What may be asked for, be there something to take back or not.
  COMMAND_ASKED(Stream.concat(COMMAND.words.stream(), Stream.of("undo"))),
  FAULT(of(Fault.values(), Fault::code)),
  PARK_CAUSE(of(ParkCause.values(), ParkCause::code)),
  PERMISSION(of(Permission.values(), Permission::code)),
  PHASE(of(Phase.values(), Phase::code)),
  PROBLEM(of(ProblemType.values(), ProblemType::code)),
  ROLE(of(Role.values(), Role::code)),
  /// The orders of a list of servers; `:asc` may be left out.
  SERVER_SORT(
      of(ServerFilter.Sort.values(), ServerFilter.Sort::code)
          .flatMap(code -> Stream.of(code, code.replaceFirst(":asc$", "")))),
  SERVER_STATUS(of(ServerStatus.values(), ServerStatus::code)),
  STEP_STATUS(of(StepStatus.values(), StepStatus::code)),
  WAIT_KIND(of(WaitKind.values(), WaitKind::code)),
  /// Why an action stands still: the class of what failed, what is waited for, or the cause.
  FAILURE(
      Stream.of(
              of(FailureClass.values(), FailureClass::code),
              WAIT_KIND.words.stream(),
              PARK_CAUSE.words.stream())
          .flatMap(words -> words)),
  /// Why an attempt ended, which may be that nobody wants it any more.
  ATTEMPT_FAILURE(Stream.concat(FAILURE.words.stream(), Stream.of("cancelled")));

  @SuppressWarnings("ImmutableEnumChecker") // toList makes it so
  private final List<String> words;

  Vocabulary(Stream<String> words) {
    this.words = words.distinct().toList();
  }

  private static <T> Stream<String> of(T[] values, Function<T, String> code) {
    return Arrays.stream(values).map(code);
  }

  /// The words, in the order of the code.
  List<String> words() {
    return words;
  }
}
