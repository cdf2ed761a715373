package dev.slipway.api.server;

import dev.slipway.api.action.ActionBody;
import dev.slipway.api.action.OperatorAction;
import dev.slipway.api.action.TenantAction;
import dev.slipway.api.http.Idempotency;
import dev.slipway.api.http.JsonInput;
import dev.slipway.api.http.Needed;
import dev.slipway.api.http.Wire;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Actions on servers, and the lane they take turns in.
interface ServerActionOperations {

  @Post("/actions/{type}")
  @Status(HttpStatus.ACCEPTED)
  HttpResponse<ActionBody> begin(
      @PathVariable String id,
      @PathVariable String type,
      @Nullable @Header(Idempotency.HEADER) String key,
      @Nullable @QueryValue String queue,
      @Nullable @Body ServerActionInput input);

  @Get("/lane")
  LaneBody lane(@PathVariable String id);

  @Patch("/lane")
  LaneBody reorder(@PathVariable String id, @Body LaneInput input);

  /// What an action on a server needs; each type reads its own fields.
  ///
  /// @param plan the plan to resize to
  /// @param size the own size, where that plan allows one
  /// @param image the image to rebuild from
  /// @param snapshot the snapshot to rebuild from or to restore
  /// @param backup the backup to restore
  /// @param name the name of a new snapshot
  /// @param reason why a server is suspended
  /// @param enabled whether rescue is switched on
  @Wire
  record ServerActionInput(
      @Nullable String plan,
      OrderInput.@Nullable SizeInput size,
      @Nullable String image,
      @Nullable String snapshot,
      @Nullable String backup,
      @Nullable String name,
      @Nullable String reason,
      @Nullable Boolean enabled)
      implements JsonInput {

    ServerActionRequest toRequest() {
      return new ServerActionRequest(
          plan,
          size == null ? null : size.toOwnSize(),
          image,
          snapshot,
          backup,
          name,
          reason,
          enabled);
    }
  }

  /// A new order of the actions that wait.
  @Wire
  record LaneInput(@Needed @Nullable List<String> order) implements JsonInput {}

  /// A server's lane.
  @Wire
  record LaneBody(Lane lane) {}

  /// The action at work, null when none is, and those that wait behind it, the next one first.
  @Wire
  record Lane(
      @Schema(oneOf = {TenantAction.class, OperatorAction.class}) @Nullable Object holder,
      @Schema(oneOf = {TenantAction.class, OperatorAction.class}) List<Object> waiting) {}
}
