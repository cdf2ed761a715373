package dev.slipway.deploy.bench.bare;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.model.Pageable;
import io.micronaut.data.model.Sort;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The bare endpoints: each checks a token and does one thing.
@Controller("/bare")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(env = BareApplication.ENVIRONMENT)
final class BareController {

  private static final Sort NEWEST = Sort.of(Sort.Order.desc("createdAt"), Sort.Order.desc("id"));

  private final BareRows rows;
  private final BareServers servers;
  private final BareScheduler scheduler;

  BareController(BareRows rows, BareServers servers, BareScheduler scheduler) {
    this.rows = rows;
    this.servers = servers;
    this.scheduler = scheduler;
  }

  /// What an order says.
  @Serdeable
  record Input(String name, String plan, String image, String location, List<String> networks) {}

  /// A chain of tasks, by the sizes of their data.
  @Serdeable
  record Chain(List<Integer> sizes) {}

  @Post("/rows")
  HttpResponse<BareRow> insert(@Body Input input) {
    return HttpResponse.created(
        rows.save(
            new BareRow(
                UUID.randomUUID().toString(),
                input.name(),
                input.plan(),
                input.image(),
                input.location(),
                Instant.now())));
  }

  @Get("/servers")
  BareList list(@QueryValue("tenant") String tenant, @QueryValue("per_page") int perPage) {
    return BareList.of(servers.findByTenantId(tenant, Pageable.from(0, perPage, NEWEST)), perPage);
  }

  /// A page of so many bytes.
  @Get(value = "/pages", produces = MediaType.TEXT_HTML)
  String page(@QueryValue("bytes") int bytes) {
    return BareLoad.text(bytes);
  }

  /// Answers when the last task of the chain is done.
  @Post("/chains")
  HttpResponse<Chain> run(@Body Chain chain) throws Exception {
    scheduler.run(chain.sizes());
    return HttpResponse.created(chain);
  }
}
