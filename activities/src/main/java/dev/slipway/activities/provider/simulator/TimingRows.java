package dev.slipway.activities.provider.simulator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/// The statements on `sim_timing`, which is also the list of simulated locations.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TimingRows extends GenericRepository<TimingRow, String> {

  @Query("select * from sim_timing where location = :location")
  Optional<TimingRow> of(String location);

  @Query("select * from sim_timing order by location")
  List<TimingRow> all();

  @Query(
      """
      update sim_timing
      set create_ms = :createMs, power_ms = :powerMs, configure_ms = :configureMs,
          delete_ms = :deleteMs, variance = :variance
      where location = :location
      """)
  void replace(
      String location,
      long createMs,
      long powerMs,
      long configureMs,
      long deleteMs,
      double variance);
}
