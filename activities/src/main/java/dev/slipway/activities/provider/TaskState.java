package dev.slipway.activities.provider;

import dev.slipway.workflows.provider.FailureClass;
import java.util.List;

/// How a provider's task stands.
public sealed interface TaskState {

  /// It is at work.
  ///
  /// @param progress 0 to 100
  record Running(int progress) implements TaskState {}

  /// It did what was asked.
  ///
  /// @param warnings what the provider remarked, mostly nothing
  record Succeeded(List<String> warnings) implements TaskState {

    public Succeeded {
      warnings = List.copyOf(warnings);
    }
  }

  /// It ended in error, and may have left a wreck.
  ///
  /// @param failure the class; `UNKNOWN_OUTCOME` when the provider does not say what is left
  record Failed(FailureClass failure, String text) implements TaskState {}

  /// The provider does not know it (any more): the resource tells.
  record Lost() implements TaskState {}
}
