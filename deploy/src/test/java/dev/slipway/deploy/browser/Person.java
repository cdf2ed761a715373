package dev.slipway.deploy.browser;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Who looks at the panel.
enum Person {
  ADMINISTRATOR("SLIPWAY_ADMIN"),
  OPERATOR("SLIPWAY_OPERATOR"),
  TENANT("SLIPWAY_DEMO"),
  /// Somebody who never orders anything.
  NEWCOMER("SLIPWAY_DEMO2");

  private final String variable;

  Person(String variable) {
    this.variable = variable;
  }

  String email() {
    return name().toLowerCase(Locale.ROOT) + "@slipway.test";
  }

  String password() {
    return "the word of " + name() + " 4711";
  }

  /// The environment of a Slipway that knows them all.
  static Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    settings.put("SLIPWAY_DEMO", "true");
    for (var person : values()) {
      settings.put(person.variable + "_EMAIL", person.email());
      settings.put(person.variable + "_PASSWORD", person.password());
    }
    return settings;
  }
}
