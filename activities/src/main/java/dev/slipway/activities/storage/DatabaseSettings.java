package dev.slipway.activities.storage;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How the database is reached beside the pool's own `datasources.default.*`, which names the
/// application's role.
///
/// @param ownerUrl where migrations run, null to migrate as the application's own role
/// @param ownerUsername the owner's role
/// @param ownerPassword the owner's password
/// @param migrate whether this process brings the schema up to date before it uses it
/// @param patience how long a caller waits for a connection before the database counts as lost
/// @param startPatience how long a starting process waits for a database that is away
/// @param connections the size of the pool
/// @param everyCommitWaits whether what only mirrors the engine waits for the disk too, as it must
///   beside an engine in memory, which remembers nothing of it
@ConfigurationProperties("slipway.database")
public record DatabaseSettings(
    @Nullable String ownerUrl,
    @Nullable String ownerUsername,
    @Nullable String ownerPassword,
    @Bindable(defaultValue = "true") boolean migrate,
    @Bindable(defaultValue = "3s") Duration patience,
    @Bindable(defaultValue = "5m") Duration startPatience,
    @Bindable(defaultValue = "20") int connections,
    @Bindable(defaultValue = "false") boolean everyCommitWaits) {}
