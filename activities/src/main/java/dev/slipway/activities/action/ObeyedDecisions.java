package dev.slipway.activities.action;

import dev.slipway.activities.ledger.Ledger;
import dev.slipway.workflows.action.ActionEvent;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.action.Residual;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.Decision;
import dev.slipway.workflows.step.WireJson;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/// What workflows obeyed, as rows: who decided it, and what it makes of the action's steps.
@Singleton
class ObeyedDecisions {

  private final ProjectionWrites actions;
  private final StepWrites steps;
  private final EventWrites events;
  private final Ledger ledger;

  ObeyedDecisions(ProjectionWrites actions, StepWrites steps, EventWrites events, Ledger ledger) {
    this.actions = actions;
    this.steps = steps;
    this.events = events;
    this.ledger = ledger;
  }

  /// Writes one down; twice is once.
  void write(String action, Decision made) {
    // An abort that came through the API is written down already.
    boolean isWritten = made.kind() == CommandKind.ABORT && actions.isAbortAsked(action);
    if (!isWritten) {
      event(action, made);
    }
    switch (made.kind()) {
      case SKIP -> skipped(action, made);
      case RETRY_WITH -> {
        Map<String, Object> inputs = made.inputs() == null ? Map.of() : made.inputs();
        steps.editsDue(action, made.step(), WireJson.write(inputs));
        steps.overtakes(action, made.step());
      }
      case ABORT -> actions.abortAsked(action, made.actor(), made.reason(), made.at());
      case ADOPT -> steps.overtakes(action, made.step());
      case RETRY -> {}
    }
  }

  private void event(String action, Decision made) {
    events.insert(
        action,
        new ActionEvent(
            made.at(),
            made.kind().code(),
            made.step(),
            made.parking(),
            made.actor(),
            made.reason()));
  }

  private void skipped(String action, Decision made) {
    if (made.phase() == Phase.FORWARD) {
      steps.skipped(action, made.step(), made.at());
      return;
    }
    steps.left(action, made.step());
    left(action, made).forEach(left -> actions.leaves(action, left));
  }

  private List<Residual> left(String action, Decision made) {
    String note = "Its undo was skipped" + (made.reason() == null ? "." : ": " + made.reason());
    List<Residual> recorded =
        ledger.present(action).stream()
            .filter(object -> object.step().equals(made.step()))
            .map(object -> new Residual(object.kind(), note, object.externalId()))
            .toList();
    return recorded.isEmpty() ? List.of(new Residual(made.step(), note, null)) : recorded;
  }
}
