package dev.slipway.deploy.local;

import java.util.Map;
import java.util.Optional;

/// Reads the variables of an environment. One that is blank counts as not set: compose files and
/// units leave what they do not fill in like that.
public final class Variables {

  private Variables() {}

  /// What an environment says, empty where it says nothing.
  public static Optional<String> given(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
