package dev.slipway.api.action;

import dev.slipway.api.http.Among;
import dev.slipway.api.http.Idempotency;
import dev.slipway.api.http.JsonInput;
import dev.slipway.api.http.ListMeta;
import dev.slipway.api.http.Needed;
import dev.slipway.api.http.Problem;
import dev.slipway.api.http.Vocabulary;
import dev.slipway.api.http.Wire;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What needs a person's decision.
interface AttentionOperations {

  @Get
  AttentionList list(
      @Nullable @QueryValue String page, @Nullable @QueryValue("per_page") String size);

  @Patch
  AssignedBody assign(@Body AssignInput input);

  @Post("/commands")
  HttpResponse<ResultList> command(
      @Nullable @Header(Idempotency.HEADER) String key, @Body CommandsInput input);

  /// Groups.
  @Wire
  record AttentionList(List<GroupBody> groups, ListMeta meta) {}

  /// Parked actions that share a cause.
  ///
  /// @param count how many there are, which may be more than are listed
  @Wire
  record GroupBody(
      @Among(Vocabulary.PARK_CAUSE) String cause,
      String provider,
      String step,
      long count,
      Instant oldestAt,
      @Nullable String assignee,
      @ArraySchema(schema = @Schema(implementation = OperatorAction.class)) List<Object> actions) {}

  /// Who looks after what.
  ///
  /// @param assignee an operator's id or e-mail address, null for nobody
  @Wire
  record AssignInput(@Needed @Nullable List<String> actionIds, @Nullable String assignee)
      implements JsonInput {}

  /// How many actions were changed.
  @Wire
  record AssignedBody(int changed) {}

  /// What came of each.
  @Wire
  record ResultList(List<ResultBody> results) {}

  /// What came of one.
  ///
  /// @param status 202, or the status of the problem
  @Wire
  record ResultBody(String actionId, int status, @Nullable Problem problem) {}
}
