package dev.slipway.api.security;

import dev.slipway.workflows.tenant.StorageUnavailableException;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes counted failures that no longer slow anybody down, and sessions that expired.
@Singleton
class SignInPurge {

  private static final Logger LOG = LoggerFactory.getLogger(SignInPurge.class);

  private final SignInThrottle throttle;
  private final Sessions sessions;

  SignInPurge(SignInThrottle throttle, Sessions sessions) {
    this.throttle = throttle;
    this.sessions = sessions;
  }

  @Scheduled(fixedDelay = "10m", initialDelay = "10m")
  void purge() {
    try {
      LOG.debug("Purged failed sign-ins count={}", throttle.purge());
      LOG.debug("Purged expired sessions count={}", sessions.purge());
    } catch (StorageUnavailableException away) {
      LOG.warn("Sign-ins were not purged, the database does not answer");
    }
  }
}
