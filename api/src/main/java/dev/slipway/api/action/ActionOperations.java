package dev.slipway.api.action;

import dev.slipway.api.http.Idempotency;
import dev.slipway.api.http.ListMeta;
import dev.slipway.api.http.Wire;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Actions: what somebody asked for, and how it goes.
interface ActionOperations {

  @Get("/actions")
  ActionList list(@RequestBean ActionQuery query);

  @Get("/servers/{id}/actions")
  ActionList ofServer(
      @PathVariable String id,
      @Nullable @QueryValue String page,
      @Nullable @QueryValue("per_page") String size);

  @Get("/actions/{id}")
  ActionBody get(@PathVariable String id, @Nullable @QueryValue("wait") String longest);

  @Post("/actions/{id}/commands")
  @Status(HttpStatus.ACCEPTED)
  HttpResponse<ActionBody> command(
      @PathVariable String id,
      @Nullable @Header(Idempotency.HEADER) String key,
      @Body CommandInput input);

  /// Which actions.
  @Introspected
  record ActionQuery(
      @Nullable @QueryValue List<String> status,
      @Nullable @QueryValue String type,
      @Nullable @QueryValue String resource,
      @Nullable @QueryValue String tenant,
      @Nullable @QueryValue String sort,
      @Nullable @QueryValue String page,
      @Nullable @QueryValue("per_page") String size) {}

  /// A part of the actions.
  @Wire
  record ActionList(
      @Schema(oneOf = {TenantAction.class, OperatorAction.class}) List<Object> actions,
      ListMeta meta) {}
}
