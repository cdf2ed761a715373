package dev.slipway.activities.idempotency;

import dev.slipway.workflows.idempotency.IdempotencyKeys;
import dev.slipway.workflows.tenant.StorageUnavailableException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets old idempotency keys, in processes with a worker.
@Singleton
@Requires(property = "slipway.temporal.worker", notEquals = "false")
class IdempotencyPurge {

  private static final Logger LOG = LoggerFactory.getLogger(IdempotencyPurge.class);

  private final IdempotencyKeys keys;

  IdempotencyPurge(IdempotencyKeys keys) {
    this.keys = keys;
  }

  @Scheduled(fixedDelay = "1h", initialDelay = "5m")
  void purge() {
    try {
      LOG.info("Purged idempotency keys count={}", keys.purge());
    } catch (StorageUnavailableException away) {
      LOG.warn("Idempotency keys were not purged, the database does not answer");
    }
  }
}
