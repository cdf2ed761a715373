package dev.slipway.api.server;

import dev.slipway.api.action.ActionBody;
import dev.slipway.api.http.EntityTag;
import dev.slipway.api.http.FieldErrors;
import dev.slipway.api.http.Idempotency;
import dev.slipway.api.http.ListMeta;
import dev.slipway.api.http.Once;
import dev.slipway.api.http.PageQuery;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.api.http.Words;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.Permitted;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerFilter;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Routes of servers.
@Tag(name = "Servers")
@Controller("/api/v1/servers")
@Permitted(Permission.SERVERS_VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ServerController implements ServerOperations {

  private final ServerService servers;
  private final Destruction destruction;
  private final ServerAnswers answers;
  private final Idempotency idempotency;

  ServerController(
      ServerService servers,
      Destruction destruction,
      ServerAnswers answers,
      Idempotency idempotency) {
    this.servers = servers;
    this.destruction = destruction;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /// Orders a server: 201 with the server and its action. With `dry_run=true` 200 with what would
  /// happen; nothing is stored, and no key is needed.
  @Override
  @Permitted(Permission.SERVERS_MANAGE)
  public HttpResponse<OrderBody> order(
      @Nullable String key, @Nullable String dryRun, OrderInput input) {
    Caller caller = answers.caller();
    if (Words.isTrue("dry_run", dryRun)) {
      DryRun run = servers.preview(caller, input.toRequest());
      return HttpResponse.ok(new OrderBody(null, null, DryRunBody.of(run)));
    }
    return idempotency.once(
        new Once(caller, "POST /servers", "", key, input),
        OrderBody.class,
        receipt -> {
          Ordered ordered =
              servers.order(
                  caller,
                  input.toRequest(),
                  stored -> receipt.accept(answers.ordered(caller, stored)));
          return answers.ordered(caller, ordered);
        });
  }

  /// Servers; without `status` all but destroyed ones.
  @Override
  public ServerList list(ServerQuery query) {
    var errors = new FieldErrors();
    PageRequest page = PageQuery.of(query.page(), query.size(), errors);
    ServerFilter filter = ServerFilters.of(query, errors);
    errors.throwIfAny();
    var found = servers.list(answers.caller(), filter, page);
    return new ServerList(
        found.items().stream().map(ServerResponse::of).toList(), ListMeta.of(found));
  }

  /// A server, with its version as ETag.
  @Override
  public HttpResponse<ServerBody> get(String id) {
    return withTag(servers.find(answers.caller(), ServerIds.of(id)));
  }

  /// Changes name, labels or protection, if it is still the version of `If-Match`. 409 `conflict`
  /// for a server that is destroyed.
  @Override
  @Permitted(Permission.SERVERS_MANAGE)
  public HttpResponse<ServerBody> change(String id, @Nullable String version, ChangeInput input) {
    Caller caller = answers.caller();
    ServerId server = ServerIds.of(id);
    if (version == null) {
      throw new ProblemException(ProblemType.PRECONDITION_REQUIRED);
    }
    var change = new ServerChange(input.name(), input.labels(), input.isProtected());
    return withTag(
        servers.update(
            caller, server, change, present -> EntityTag.of(present.version()).isIn(version)));
  }

  private static HttpResponse<ServerBody> withTag(Server server) {
    return HttpResponse.ok(new ServerBody(ServerResponse.of(server)))
        .header(HttpHeaders.ETAG, EntityTag.of(server.version()).value());
  }

  /// Destroys a server. One that is still being built is aborted: 202 with the action that builds
  /// it; asking again gives the same action.
  @Override
  @Permitted(Permission.SERVERS_MANAGE)
  public HttpResponse<ActionBody> destroy(
      String id, @Nullable String key, @Nullable DestroyInput input) {
    Caller caller = answers.caller();
    ServerId server = ServerIds.of(id);
    var given = input == null ? new DestroyInput(null, null) : input;
    var once = new Once(caller, "DELETE /servers/{id}", id, key, given);
    var confirmation =
        new Destruction.Confirmation(
            Objects.requireNonNullElse(given.confirm(), ""), given.reason());
    return idempotency.once(
        once,
        ActionBody.class,
        receipt -> {
          var action =
              destruction.destroy(
                  caller,
                  server,
                  confirmation,
                  once.updateId(),
                  asked -> receipt.accept(answers.accepted(caller, asked)));
          return answers.accepted(caller, action);
        });
  }
}
