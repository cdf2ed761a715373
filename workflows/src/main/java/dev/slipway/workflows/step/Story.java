package dev.slipway.workflows.step;

import dev.slipway.workflows.action.ParkCause;
import io.temporal.workflow.Workflow;
import java.util.stream.Collectors;

/// What an operator reads about an action in Temporal's own UI.
final class Story {

  private Story() {}

  static void parked(CommandDesk.Parked parked) {
    ParkCause cause = parked.cause();
    Workflow.upsertTypedSearchAttributes(SearchAttributes.ATTENTION.valueSet(cause.code()));
    String commands =
        parked.step().commandsWhenParked(parked.phase()).stream()
            .map(kind -> "`" + kind.code() + "`")
            .collect(Collectors.joining(", "));
    Workflow.setCurrentDetails(
        """
        **Needs attention** (parking %d) at *%s*: %s.

        %s

        %s Send one of the Updates %s with `{"parking": %d}`; \
        `adopt`, `skip` and `abort` also need a `"reason"`.
        """
            .formatted(
                parked.number(),
                parked.step().label(),
                cause.title(),
                parked.message(),
                cause.next(),
                commands,
                parked.number()));
  }

  static void resumed() {
    Workflow.upsertTypedSearchAttributes(SearchAttributes.ATTENTION.valueUnset());
    Workflow.setCurrentDetails("A command was obeyed, work goes on.");
  }

  static void unwinding() {
    Workflow.setCurrentDetails("Aborted: every step is being undone, last made first.");
  }

  static void over() {
    Workflow.setCurrentDetails("The action ended before this run, or goes on in a newer one.");
  }
}
