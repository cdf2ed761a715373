package dev.slipway.api.action;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// Live streams of actions.
interface StreamOperations {

  @Get("/{id}/events")
  @Produces(MediaType.TEXT_EVENT_STREAM)
  @ApiResponse(
      responseCode = "200",
      description =
          "Events `action`, each with an `ActionBody` as data and the action's version as id; at"
              + " last an event `end` with a `reason`, where the stream ends early",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM,
              schema = @Schema(implementation = StreamEvent.class)))
  @ApiResponse(responseCode = "204", description = "Nothing will change any more")
  HttpResponse<Publisher<Event<String>>> events(
      @PathVariable String id, @Nullable @Header("Last-Event-ID") String lastEventId);
}
