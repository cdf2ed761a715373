package dev.slipway.deploy.system;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Who signs in: an administrator, an operator, and one user of each of two tenants.
public enum People {
  ADMIN("SLIPWAY_ADMIN"),
  OPERATOR("SLIPWAY_OPERATOR"),
  TENANT("SLIPWAY_DEMO"),
  OTHER_TENANT("SLIPWAY_DEMO2");

  private final String variable;

  People(String variable) {
    this.variable = variable;
  }

  public String email() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + "@slipway.test";
  }

  public String password() {
    return "pass of " + name() + " 4711";
  }

  /// The environment of a Slipway that knows them.
  static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("SLIPWAY_DEMO", "true");
    for (People person : values()) {
      settings.put(person.variable + "_EMAIL", person.email());
      settings.put(person.variable + "_PASSWORD", person.password());
    }
    return settings;
  }
}
