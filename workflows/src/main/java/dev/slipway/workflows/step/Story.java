package dev.slipway.workflows.step;

import dev.slipway.workflows.action.ParkCause;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What an operator reads about an action in Temporal's own UI.
final class Story {

  private static final String MARKDOWN = "[\\\\`*_\\[\\]<>#]";

  /// Temporal's UI cuts off the last line of what it renders, so that is an empty one.
  private static final String CUT_OFF = "\u00a0";

  private Story() {}

  static void parked(CommandDesk.Parked parked) {
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.ATTENTION.valueSet(parked.cause().code()));
    Workflow.setCurrentDetails(detailsOf(parked));
  }

  /// Why an action is parked, and each Update that can be sent with its argument, in Markdown.
  static String detailsOf(CommandDesk.Parked parked) {
    ParkCause cause = parked.cause();
    return """
    **Needs attention** (parking %d) at *%s*: %s.

    %s

    %s Send one of these Updates:

    %s

    %s
    """
        .formatted(
            parked.number(),
            parked.step().label(),
            cause.title(),
            parked.message().replaceAll(MARKDOWN, "\\\\$0"),
            cause.next(),
            updates(parked),
            CUT_OFF);
  }

  private static String updates(CommandDesk.Parked parked) {
    return parked.step().commandsWhenParked(parked.phase()).stream()
        .map(kind -> "- `%s` with `{%s}`".formatted(kind.code(), argument(kind, parked)))
        .collect(Collectors.joining("\n"));
  }

  private static String argument(CommandKind kind, CommandDesk.Parked parked) {
    List<String> fields = new ArrayList<>();
    fields.add("\"parking\": " + parked.number());
    if (kind == CommandKind.RETRY_WITH) {
      fields.add("\"inputs\": {%s}".formatted(inputs(parked.step())));
    }
    if (kind == CommandKind.ADOPT) {
      fields.add(toFill("external_id"));
    }
    if (kind.needsReason()) {
      fields.add(toFill("reason"));
    }
    return String.join(", ", fields);
  }

  private static String inputs(Step<?, ?, ?> step) {
    return step.editable().stream()
        .map(field -> toFill(field.field()))
        .collect(Collectors.joining(", "));
  }

  private static String toFill(String field) {
    return "\"%s\": \"…\"".formatted(field);
  }

  static void resumed() {
    Workflow.upsertTypedSearchAttributes(SearchAttributes.ATTENTION.valueUnset());
    Workflow.setCurrentDetails("Nobody is needed: the last parking is answered.");
  }

  static void unwinding() {
    Workflow.setCurrentDetails("Aborted: every step is undone, last made first.");
  }

  static void over() {
    Workflow.setCurrentDetails("The action ended before this run, or goes on in a newer one.");
  }
}
