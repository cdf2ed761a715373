package dev.slipway.api.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.api.action.ActionBody;
import dev.slipway.api.action.OperatorAction;
import dev.slipway.api.action.TenantAction;
import dev.slipway.api.http.Idempotency;
import dev.slipway.api.http.JsonInput;
import dev.slipway.api.http.ListMeta;
import dev.slipway.api.http.Needed;
import dev.slipway.api.http.Wire;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Servers.
interface ServerOperations {

  @Post
  @Status(HttpStatus.CREATED)
  @ApiResponse(
      responseCode = "201",
      description = "The server and its action",
      content = @Content(schema = @Schema(implementation = AcceptedBody.class)))
  @ApiResponse(
      responseCode = "200",
      description = "What an order would do",
      content = @Content(schema = @Schema(implementation = PreviewBody.class)))
  HttpResponse<OrderBody> order(
      @Nullable @Header(Idempotency.HEADER) String key,
      @Nullable @QueryValue("dry_run") String dryRun,
      @Body OrderInput input);

  @Get
  ServerList list(@RequestBean ServerQuery query);

  @Get("/{id}")
  HttpResponse<ServerBody> get(@PathVariable String id);

  @Patch("/{id}")
  HttpResponse<ServerBody> change(
      @PathVariable String id,
      @Nullable @Header(HttpHeaders.IF_MATCH) String version,
      @Body ChangeInput input);

  @Delete("/{id}")
  @Status(HttpStatus.ACCEPTED)
  HttpResponse<ActionBody> destroy(
      @PathVariable String id,
      @Nullable @Header(Idempotency.HEADER) String key,
      @Nullable @Body DestroyInput input);

  /// Which servers, and in which order.
  @Introspected
  record ServerQuery(
      @Nullable @QueryValue List<String> status,
      @Nullable @QueryValue String location,
      @Nullable @QueryValue String q,
      @Nullable @QueryValue("label_selector") String labels,
      @Nullable @QueryValue String sort,
      @Nullable @QueryValue String tenant,
      @Nullable @QueryValue String page,
      @Nullable @QueryValue("per_page") String size) {}

  /// What changes; what is left out stays.
  @Wire
  record ChangeInput(
      @Nullable String name,
      @Nullable Map<String, String> labels,
      @JsonProperty("protected") @Nullable Boolean isProtected)
      implements JsonInput {}

  /// The server's name, repeated, and why.
  @Wire
  record DestroyInput(@Needed @Nullable String confirm, @Nullable String reason)
      implements JsonInput {}

  /// A server, wrapped by its noun.
  @Wire
  record ServerBody(ServerResponse server) {}

  /// What came of an order, as the description has it.
  @Wire
  record AcceptedBody(
      ServerResponse server,
      @Schema(oneOf = {TenantAction.class, OperatorAction.class}) Object action) {}

  /// What would come of an order, as the description has it.
  @Wire
  record PreviewBody(DryRunBody dryRun) {}

  /// What came of an order, or what would come of it: one type, so that the routes are a client,
  /// too. On the wire it is one of the two above.
  @Wire
  record OrderBody(
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ServerResponse server,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(oneOf = {TenantAction.class, OperatorAction.class})
          @Nullable Object action,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DryRunBody dryRun) {}

  /// A part of the servers.
  @Wire
  record ServerList(List<ServerResponse> servers, ListMeta meta) {}
}
