package dev.slipway.workflows.step;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.slipway.workflows.action.Phase;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A command that was obeyed; the next activity writes it down.
///
/// @param kind the command's word
/// @param step the step it was for
/// @param phase whether the step or its undo
/// @param parking the parking it answered, 0 for an abort of running work
/// @param reason why, null where none was given
/// @param actor who
/// @param inputs the changed fields of `retry_with`, null elsewhere
/// @param at the workflow's time
@JsonIgnoreProperties(ignoreUnknown = true)
public record Decision(
    CommandKind kind,
    String step,
    Phase phase,
    int parking,
    @Nullable String reason,
    String actor,
    @Nullable Map<String, Object> inputs,
    Instant at) {

  /// Whether it leaves something behind: a skipped undo does.
  @JsonIgnore
  public boolean leavesResidual() {
    return kind == CommandKind.SKIP && phase == Phase.UNDO;
  }
}
