package dev.slipway.api.engine;

import dev.slipway.api.http.Wire;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/// What load balancers and watchdogs ask.
interface HealthOperations {

  @Get("/live")
  HealthBody live();

  @Get("/ready")
  @ApiResponse(
      responseCode = "200",
      description = "Every part that this process needs is up",
      content = @Content(schema = @Schema(implementation = ReadyBody.class)))
  @ApiResponse(
      responseCode = "503",
      description = "A part that this process needs is down",
      content = @Content(schema = @Schema(implementation = ReadyBody.class)))
  HttpResponse<ReadyBody> ready();

  /// A status.
  ///
  /// @param status `up` or `down`
  @Wire
  record HealthBody(String status) {

    static HealthBody of(boolean isUp) {
      return new HealthBody(isUp ? "up" : "down");
    }

    boolean isUp() {
      return status.equals("up");
    }
  }

  /// The status of the whole and of each part.
  @Wire
  record ReadyBody(String status, HealthBody database, HealthBody temporal, HealthBody worker) {

    static ReadyBody of(
        HealthBody database, HealthBody temporal, HealthBody worker, boolean needsWorker) {
      boolean isUp = database.isUp() && temporal.isUp() && (worker.isUp() || !needsWorker);
      return new ReadyBody(HealthBody.of(isUp).status(), database, temporal, worker);
    }

    boolean isUp() {
      return status.equals("up");
    }
  }
}
