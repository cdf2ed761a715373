package dev.slipway.api.engine;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/// What Prometheus reads.
interface MetricsOperations {

  @Get
  @Produces("text/plain; version=0.0.4; charset=utf-8")
  String metrics();
}
