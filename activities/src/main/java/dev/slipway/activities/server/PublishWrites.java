package dev.slipway.activities.server;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The statement that hands a server over.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PublishWrites extends GenericRepository<PublishWrites.PublishedRow, String> {

  /// The root of the repository; never read as a whole.
  @MappedEntity("server")
  record PublishedRow(@Id String id) {}

  @Query(
      """
      update server
      set status = 'running', location = :location, image = :image, ipv4 = :ipv4, ipv6 = :ipv6,
          state_observed_at = :now, updated_at = :now, version = version + 1
      where id = :server and status in ('queued', 'provisioning')
      """)
  int publish(
      String server,
      String location,
      String image,
      @Nullable String ipv4,
      @Nullable String ipv6,
      Instant now);
}
