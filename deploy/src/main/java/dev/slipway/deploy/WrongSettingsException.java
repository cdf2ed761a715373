package dev.slipway.deploy;

import java.util.List;

/// Settings that cannot be meant; nothing was started.
public final class WrongSettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  WrongSettingsException(List<String> faults) {
    super(String.join("\n", faults));
    this.faults = List.copyOf(faults);
  }

  /// One line for each wrong setting: its variable, its value unless it is secret, and the rule.
  public List<String> faults() {
    return faults;
  }
}
