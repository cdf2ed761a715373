package dev.slipway.api.engine;

import dev.slipway.api.http.Wire;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;

/// What load balancers and watchdogs ask.
interface HealthOperations {

  @Get("/live")
  HealthBody live();

  @Get("/ready")
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

    static ReadyBody of(HealthBody database, HealthBody temporal, HealthBody worker) {
      boolean isUp = database.isUp() && temporal.isUp() && worker.isUp();
      return new ReadyBody(HealthBody.of(isUp).status(), database, temporal, worker);
    }

    boolean isUp() {
      return status.equals("up");
    }
  }
}
