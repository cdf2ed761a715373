package dev.slipway.api.security;

import dev.slipway.workflows.tenant.StorageUnavailableException;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes counted failures that no longer slow anybody down.
@Singleton
class ThrottlePurge {

  private static final Logger LOG = LoggerFactory.getLogger(ThrottlePurge.class);

  private final SignInThrottle throttle;

  ThrottlePurge(SignInThrottle throttle) {
    this.throttle = throttle;
  }

  @Scheduled(fixedDelay = "10m", initialDelay = "10m")
  void purge() {
    try {
      LOG.debug("Purged failed sign-ins count={}", throttle.purge());
    } catch (StorageUnavailableException away) {
      LOG.warn("Failed sign-ins were not purged, the database does not answer");
    }
  }
}
