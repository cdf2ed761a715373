package dev.slipway.workflows.step;

import io.temporal.workflow.Workflow;

/// The id of the Update that brings a command. What panel and API send bears a mark: they checked
/// the command and know who gave it. Temporal's own UI gives an id without.
///
/// @param value as Temporal knows it
public record UpdateId(String value) {

  private static final String MARK = "slipway/";

  /// The id of a command that was checked.
  ///
  /// @param request an id of the request it came with
  public static UpdateId ofChecked(String request) {
    return new UpdateId(MARK + request);
  }

  /// Whether the Update that a workflow is handling was checked.
  static boolean isChecked() {
    return Workflow.getCurrentUpdateInfo()
        .filter(update -> update.getUpdateId().startsWith(MARK))
        .isPresent();
  }
}
