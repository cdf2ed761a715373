package dev.slipway.deploy;

import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.MapPropertySource;
import java.util.Map;

/// The environment that a launch was given, in the place of the process's own: with the same rank
/// and the same way of reading names, so that `SLIPWAY_RATE_REQUESTS` is `slipway.rate.requests`.
final class GivenEnvironment extends MapPropertySource {

  GivenEnvironment(Map<String, String> environment) {
    super(EnvironmentPropertySource.NAME, environment);
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
