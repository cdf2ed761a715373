package dev.slipway.activities.tenant;

import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Who is there from the first start: `slipway.admin.*`, where given `slipway.operator.*`, and with
/// `slipway.demo.enabled` also `slipway.demo.*` and `slipway.demo2.*`, each with `email` and either
/// `password` or `initial-password`.
@Singleton
final class FirstPeopleSettings {

  private final Environment properties;

  FirstPeopleSettings(Environment properties) {
    this.properties = properties;
  }

  /// A person.
  ///
  /// @param password what it is to be from now on, null to keep the one there is
  /// @param initialPassword what a new person gets who was given none
  record Person(String email, @Nullable String password, @Nullable String initialPassword) {

    /// What a new person gets.
    @Nullable String firstPassword() {
      return password == null ? initialPassword : password;
    }

    /// Never shows the passwords.
    @Override
    public String toString() {
      return "Person[email=" + email + "]";
    }
  }

  @Nullable Person admin() {
    return person("admin");
  }

  @Nullable Person operator() {
    return person("operator");
  }

  @Nullable Person demo() {
    return isDemo() ? person("demo") : null;
  }

  @Nullable Person demo2() {
    return isDemo() ? person("demo2") : null;
  }

  private boolean isDemo() {
    return properties.getProperty("slipway.demo.enabled", Boolean.class).orElse(false);
  }

  private @Nullable Person person(String name) {
    String email = text(name, "email");
    return email == null
        ? null
        : new Person(email, text(name, "password"), text(name, "initial-password"));
  }

  private @Nullable String text(String name, String field) {
    return properties
        .getProperty("slipway." + name + "." + field, String.class)
        .filter(value -> !value.isBlank())
        .orElse(null);
  }
}
