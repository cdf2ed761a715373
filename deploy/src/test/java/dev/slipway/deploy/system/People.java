package dev.slipway.deploy.system;

import java.util.Locale;
import java.util.Map;

/// Who signs in: an administrator, and one user of each of two tenants.
public enum People {
  ADMIN("SLIPWAY_ADMIN"),
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
    return Map.of(
        "SLIPWAY_DEMO",
        "true",
        ADMIN.variable + "_EMAIL",
        ADMIN.email(),
        ADMIN.variable + "_PASSWORD",
        ADMIN.password(),
        TENANT.variable + "_EMAIL",
        TENANT.email(),
        TENANT.variable + "_PASSWORD",
        TENANT.password(),
        OTHER_TENANT.variable + "_EMAIL",
        OTHER_TENANT.email(),
        OTHER_TENANT.variable + "_PASSWORD",
        OTHER_TENANT.password());
  }
}
