package dev.slipway.deploy;

import static dev.slipway.deploy.local.Variables.given;

import dev.slipway.deploy.local.DatabaseLogin;
import dev.slipway.deploy.local.LocalWorld;
import dev.slipway.deploy.local.TemporalEndpoint;
import dev.slipway.deploy.local.TemporalMode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The properties of one launch: what the environment says, and what stands around it.
final class LaunchSettings {

  private final Map<String, String> environment;
  private final FirstPasswords generated;
  private final Map<String, Object> properties = new HashMap<>();

  private LaunchSettings(Map<String, String> environment, FirstPasswords generated) {
    this.environment = environment;
    this.generated = generated;
  }

  /// @param generated makes passwords where none are given
  static Map<String, Object> of(
      Map<String, String> environment, LocalWorld world, FirstPasswords generated) {
    LaunchSettings settings = new LaunchSettings(environment, generated);
    settings.database(world.app(), world.owner());
    settings.temporal(world.temporal());
    settings.people();
    settings.properties.put("slipway.secret-key", world.secretKey());
    // On a machine of its own metrics are open; beside an external database this is production.
    String isAlone = Boolean.toString(given(environment, "DATABASE_URL").isEmpty());
    settings.properties.put(
        "slipway.metrics.open", given(environment, "SLIPWAY_METRICS_OPEN").orElse(isAlone));
    settings.properties.put("slipway.port", PublicPort.numberOf(environment));
    return Map.copyOf(settings.properties);
  }

  private void database(DatabaseLogin app, DatabaseLogin owner) {
    properties.put("datasources.default.url", app.url());
    properties.put("datasources.default.username", app.user());
    properties.put("datasources.default.password", app.password());
    properties.put("slipway.database.owner-url", owner.url());
    properties.put("slipway.database.owner-username", owner.user());
    properties.put("slipway.database.owner-password", owner.password());
  }

  private void temporal(TemporalEndpoint endpoint) {
    properties.put("slipway.temporal.address", endpoint.address());
    properties.put("slipway.temporal.namespace", endpoint.namespace());
    properties.put("slipway.temporal.mode", endpoint.mode().name().toLowerCase(Locale.ROOT));
    if (endpoint.mode() == TemporalMode.MEMORY) {
      properties.put("slipway.database.every-commit-waits", true);
    }
    endpoint.webUiUrl().ifPresent(url -> properties.put("slipway.temporal.web-ui", url));
  }

  private void people() {
    if (FirstPerson.hasDemo(environment)) {
      properties.put("slipway.demo.enabled", true);
    }
    for (FirstPerson person : FirstPerson.values()) {
      person.email(environment).ifPresent(email -> make(person, email));
    }
  }

  /// A password that is not given is generated and kept; never a built-in one.
  private void make(FirstPerson person, String email) {
    properties.put("slipway." + person.key() + ".email", email);
    person
        .password(environment)
        .ifPresentOrElse(
            given -> properties.put("slipway." + person.key() + ".password", given),
            () ->
                properties.put(
                    "slipway." + person.key() + ".initial-password", generated.of(person, email)));
  }
}
