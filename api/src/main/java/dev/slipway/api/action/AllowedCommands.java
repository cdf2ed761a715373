package dev.slipway.api.action;

import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.tenant.Permission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which commands fit an action now, for one caller. The workflow checks again: it alone knows.
final class AllowedCommands {

  private AllowedCommands() {}

  /// In the order of the contract.
  static List<String> of(Caller caller, Action action) {
    Set<CommandKind> kinds = kinds(caller, action);
    if (action.isProtected()) {
      kinds.remove(CommandKind.ABORT);
    }
    return kinds.stream().map(CommandKind::code).toList();
  }

  /// Whether an abort would fit, were the server not protected.
  static boolean isAbortHeldBack(Caller caller, Action action) {
    return action.isProtected() && kinds(caller, action).contains(CommandKind.ABORT);
  }

  private static Set<CommandKind> kinds(Caller caller, Action action) {
    Set<CommandKind> fitting = fitting(action);
    if (caller.may(Permission.ACTIONS_REPAIR)) {
      return fitting;
    }
    boolean mayAbort =
        caller.may(Permission.SERVERS_MANAGE)
            && action.type() == ActionType.CREATE_SERVER
            && fitting.contains(CommandKind.ABORT);
    return mayAbort ? EnumSet.of(CommandKind.ABORT) : EnumSet.noneOf(CommandKind.class);
  }

  private static Set<CommandKind> fitting(Action action) {
    if (action.status().isFinal()) {
      return EnumSet.noneOf(CommandKind.class);
    }
    Set<CommandKind> kinds = EnumSet.noneOf(CommandKind.class);
    Parking parking = action.parking();
    if (action.status() == ActionStatus.PARKED && parking != null) {
      kinds.addAll(whenParked(action, parking));
    } else if (action.phase() == Phase.FORWARD) {
      kinds.add(CommandKind.ABORT);
    }
    if (action.abortRequested()) {
      kinds.remove(CommandKind.ABORT);
    }
    return isAboutToTurn(action, parking) ? EnumSet.noneOf(CommandKind.class) : kinds;
  }

  /// Its workflow will hear of the abort; one that the engine lost needs somebody to retry.
  private static boolean isAboutToTurn(Action action, @Nullable Parking parking) {
    return action.abortRequested()
        && action.phase() == Phase.FORWARD
        && (parking == null || !parking.cause().isOfEngine());
  }

  private static Set<CommandKind> whenParked(Action action, Parking parking) {
    Set<CommandKind> kinds = EnumSet.noneOf(CommandKind.class);
    if (parking.cause().isOfEngine()) {
      // A stuck workflow hears of nothing: an abort is kept until it does, a retry would be lost.
      if (parking.cause() == ParkCause.ENGINE_CLOSED) {
        kinds.add(CommandKind.RETRY);
      }
      if (parking.phase() == Phase.FORWARD) {
        kinds.add(CommandKind.ABORT);
      }
      return kinds;
    }
    return action.type().step(parking.step()).commandsWhenParked(parking.phase());
  }
}
