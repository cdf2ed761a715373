package dev.slipway.activities.provider.simulator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/// The statements on `sim_kept`.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface KeptRows extends GenericRepository<KeptRow, String> {

  @Query("select external_id, image from sim_kept where location = :location and key = :key")
  Optional<KeptRow> ofKey(String location, String key);

  @Query(
      """
      select external_id, image from sim_kept
      where location = :location and external_id = :externalId and machine = :machine
      """)
  Optional<KeptRow> ofMachine(String location, String externalId, String machine);

  @Query(
      """
      insert into sim_kept
        (external_id, location, machine, operation, name, key, image, created_at)
      select :externalId, location, external_id, :operation, :name, :key, image, :now
      from sim_machine
      where external_id = :machine
      on conflict (location, key) do nothing
      """)
  void insert(
      String externalId, String machine, String operation, String name, String key, Instant now);
}
