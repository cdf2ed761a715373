package dev.slipway.activities.storage;

import dev.slipway.workflows.tenant.StorageUnavailableException;
import jakarta.inject.Singleton;
import java.util.Optional;

/// What a process writes while it starts. A database that goes away meanwhile is waited for, as it
/// is at the first contact.
@Singleton
public final class StartupWrites {

  private final FirstContact database;

  StartupWrites(FirstContact database) {
    this.database = database;
  }

  /// Returns once it is written.
  ///
  /// @param writes may run more than once
  /// @throws IllegalStateException when the database stays away for longer than is configured
  public void ensure(Runnable writes) {
    database.patience().until(() -> absenceDuring(writes));
  }

  private static Optional<Exception> absenceDuring(Runnable writes) {
    try {
      writes.run();
      return Optional.empty();
    } catch (StorageUnavailableException away) {
      return Optional.of(away);
    }
  }
}
