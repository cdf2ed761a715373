package dev.slipway.api.action;

import dev.slipway.api.http.FieldErrors;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.Action;
import java.util.Map;

/// Checks the inputs of `retry_with` against what can be ordered.
public interface InputChecks {

  /// Tells what is wrong with inputs that have the right form.
  ///
  /// @param inputs the changed fields only
  /// @return faults with pointers such as `/image`
  FieldErrors faults(Caller caller, Action action, Map<String, Object> inputs);
}
