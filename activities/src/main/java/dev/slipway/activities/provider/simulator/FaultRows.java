package dev.slipway.activities.provider.simulator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// The statements on `sim_fault`.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FaultRows extends GenericRepository<FaultRow, Long> {

  /// Locks what may hit a call, so that two calls never spend the same turn.
  @Query(
      """
      select id, operation, fault, times, probability, latency_ms from sim_fault
      where location = :location and operation in (:operation, '*')
      order by position
      for update
      """)
  List<FaultRow> lockMatching(String location, String operation);

  @Query("update sim_fault set times = times - 1 where id = :id")
  void spendOne(long id);

  @Query("delete from sim_fault where id = :id")
  void remove(long id);

  @Query(
      """
      select id, operation, fault, times, probability, latency_ms from sim_fault
      where location = :location
      order by position
      """)
  List<FaultRow> all(String location);

  @Query("delete from sim_fault where location = :location")
  void removeAll(String location);

  @Query(
      """
      insert into sim_fault
        (location, position, operation, fault, times, probability, latency_ms)
      values (:location, :position, :operation, :fault, :times, :probability, :latencyMs)
      """)
  void insert(
      String location,
      int position,
      String operation,
      String fault,
      int times,
      double probability,
      long latencyMs);
}
