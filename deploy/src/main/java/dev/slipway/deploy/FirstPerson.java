package dev.slipway.deploy;

import static dev.slipway.deploy.local.Variables.given;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Somebody whom a launch makes, so that there is one who can sign in.
enum FirstPerson {
  ADMIN("admin@slipway.example"),
  /// Only where an address is given.
  OPERATOR(""),
  /// Of the first demo tenant, where there is a demo.
  DEMO("demo@northwind.example"),
  /// Of the second.
  DEMO2("demo@contoso.example");

  private final String usualEmail;

  FirstPerson(String usualEmail) {
    this.usualEmail = usualEmail;
  }

  /// The name in properties and in files of generated passwords.
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The variable of the environment that gives the address.
  String emailVariable() {
    return "SLIPWAY_" + name() + "_EMAIL";
  }

  /// The address, empty where a launch does not make this person.
  Optional<String> email(Map<String, String> environment) {
    return given(environment, emailVariable())
        .or(() -> Optional.of(usualEmail))
        .filter(address -> !address.isEmpty() && (!isOfDemo() || hasDemo(environment)));
  }

  /// The password, empty where it is to be generated.
  Optional<String> password(Map<String, String> environment) {
    return given(environment, "SLIPWAY_" + name() + "_PASSWORD");
  }

  private boolean isOfDemo() {
    return this == DEMO || this == DEMO2;
  }

  /// Whether a launch makes demo tenants.
  static boolean hasDemo(Map<String, String> environment) {
    return given(environment, "SLIPWAY_DEMO").map(Boolean::parseBoolean).orElse(false);
  }
}
