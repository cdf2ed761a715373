package dev.slipway.api.engine;

import dev.slipway.workflows.action.ActionEngine;
import dev.slipway.workflows.action.EngineStatus;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.StorageUnavailableException;
import dev.slipway.workflows.tenant.Transactions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Routes of health; public, and without a word about what is behind.
@Tag(name = "Process")
@Controller("/health")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HealthController implements HealthOperations {

  private final Transactions transactions;
  private final ActionEngine engine;

  HealthController(Transactions transactions, ActionEngine engine) {
    this.transactions = transactions;
    this.engine = engine;
  }

  /// Whether this process runs.
  @Override
  public HealthBody live() {
    return HealthBody.of(true);
  }

  /// Whether this process can do its work: 503 while a part it needs is away. One that runs no
  /// worker takes orders without, and is ready; it tells all the same whether any other runs one.
  @Override
  public HttpResponse<ReadyBody> ready() {
    EngineStatus status = engine.status();
    ReadyBody body =
        ReadyBody.of(
            HealthBody.of(isDatabaseUp()),
            HealthBody.of(status.isReachable()),
            HealthBody.of(status.isReachable() && status.hasPollers()),
            status.isWorker());
    return body.isUp()
        ? HttpResponse.ok(body)
        : HttpResponse.<ReadyBody>status(HttpStatus.SERVICE_UNAVAILABLE).body(body);
  }

  private boolean isDatabaseUp() {
    try {
      return transactions.in(Scope.PLATFORM, () -> true);
    } catch (StorageUnavailableException away) {
      return false;
    }
  }
}
