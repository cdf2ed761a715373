package dev.slipway.deploy;

import static dev.slipway.deploy.local.Variables.given;

import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.MapPropertySource;
import java.util.HashMap;
import java.util.Map;

/// The environment that a launch was given, in the place of the process's own: with the same rank
/// and the same way of reading names, so that `SLIPWAY_RATE_REQUESTS` is `slipway.rate.requests`.
final class GivenEnvironment extends MapPropertySource {

  GivenEnvironment(Map<String, String> environment) {
    super(EnvironmentPropertySource.NAME, withoutBlanks(environment));
  }

  private static Map<String, String> withoutBlanks(Map<String, String> environment) {
    var said = new HashMap<>(environment);
    said.keySet().removeIf(name -> given(environment, name).isEmpty());
    return said;
  }

  @Override
  public int getOrder() {
    return EnvironmentPropertySource.POSITION;
  }

  @Override
  public PropertyConvention getConvention() {
    return PropertyConvention.ENVIRONMENT_VARIABLE;
  }
}
