package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.step.CommandKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// All that the page of an action shows at one moment.
///
/// @param tenant the name of whose it is
/// @param requester the name of who asked for it
/// @param decisions what was decided by whom, oldest first; empty for tenants
/// @param parkings when and why it parked, the present parking included, oldest first
/// @param allowed what the reader may do now
/// @param isAbortHeldBack whether the reader could take it back, were the server not protected
/// @param options what edited inputs can be chosen from; empty unless an operator reads of a parked
///   step
/// @param sameCause how many other actions are parked for the same reason
/// @param isOperator whose words the page speaks
record ActionReading(
    Action action,
    Server server,
    OrderedParts order,
    String tenant,
    String requester,
    List<Decision> decisions,
    List<Parking> parkings,
    Set<CommandKind> allowed,
    boolean isAbortHeldBack,
    InputOptions options,
    long sameCause,
    boolean isOperator,
    Instant readAt) {

  /// What somebody decided.
  ///
  /// @param actor the name of who it was
  record Decision(Instant at, String command, String actor, String reason) {}

  String title() {
    return action.type().verb() + " " + server.name();
  }

  /// Whether it is parked because something was named by an id that nothing has at the provider.
  boolean isOfWrongId() {
    return ActionWords.isOfWrongId(action);
  }

  /// What a parking is headed for operators.
  String titleOf(Parking parked) {
    var present = action.parking();
    boolean isPresent = present != null && present.number() == parked.number();
    return isPresent && isOfWrongId() ? text("repair.no-such-id") : parked.cause().title();
  }

  boolean may(CommandKind kind) {
    return allowed.contains(kind);
  }

  boolean isParkedAt(ActionStep step) {
    var parking = action.parking();
    return parking != null && parking.step().equals(step.id());
  }
}
