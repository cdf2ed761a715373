package dev.slipway.api.http;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/// The API's description, for programs and for people.
interface DescriptionOperations {

  @Get("/v1/openapi.json")
  @Produces(MediaType.APPLICATION_JSON)
  String json();

  @Get("/v1/openapi.yml")
  @Produces("application/yaml")
  String yaml();

  @Get("/docs")
  @Produces(MediaType.TEXT_HTML)
  String page();
}
