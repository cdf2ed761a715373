package dev.slipway.api.action;

import dev.slipway.api.http.FieldErrors;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.step.Editable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checks the inputs of `retry_with` against the fields the parked step lets an operator change,
/// then against what can be ordered.
@Singleton
final class Inputs {

  private final InputChecks checks;

  Inputs(InputChecks checks) {
    this.checks = checks;
  }

  /// @throws dev.slipway.api.http.ProblemException `invalid_input` with a pointer for each fault
  void check(Caller caller, Action action, CommandRequest request) {
    Parking parking = action.parking();
    Map<String, Object> inputs = request.inputs();
    if (parking == null || inputs == null) {
      return;
    }
    var editable = action.type().step(parking.step()).editable();
    var errors = new FieldErrors();
    inputs.forEach((field, value) -> checkOne(List.copyOf(editable), field, value, errors));
    if (errors.isEmpty()) {
      errors.addAll("/inputs", checks.faults(caller, action, inputs));
    }
    errors.throwIfAny();
  }

  private static void checkOne(
      List<? extends Editable<?>> editable,
      String field,
      @Nullable Object value,
      FieldErrors errors) {
    String pointer = "/inputs/" + field;
    var match = editable.stream().filter(each -> each.field().equals(field)).findFirst();
    if (match.isEmpty()) {
      errors.add(pointer, "not_editable", "The input " + field + " cannot be changed.");
    } else if (value == null || !match.get().accepts(value)) {
      errors.add(pointer, "pattern", field + " must match " + match.get().pattern() + ".");
    }
  }
}
