package dev.slipway.ui.action;

import java.util.List;
import java.util.Map;

/// What the inputs of parked steps can be chosen from, by the input's name. An input that is not
/// here is typed.
public record InputOptions(Map<String, List<Option>> byField) {

  /// One that can be chosen.
  ///
  /// @param code what is sent
  /// @param label what is read
  public record Option(String code, String label) {}

  public InputOptions {
    byField = Map.copyOf(byField);
  }

  List<Option> of(String field) {
    return byField.getOrDefault(field, List.of());
  }
}
