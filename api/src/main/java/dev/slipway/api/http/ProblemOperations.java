package dev.slipway.api.http;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;

/// What people read who follow the `type` of a problem.
interface ProblemOperations {

  @Get("/{code}")
  @Produces(MediaType.TEXT_PLAIN)
  String explain(@PathVariable String code);
}
