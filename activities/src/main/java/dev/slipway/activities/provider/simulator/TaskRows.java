package dev.slipway.activities.provider.simulator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The statements on `sim_task`.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TaskRows extends GenericRepository<TaskRow, String> {

  @Query(
      """
      select ref, machine, operation, started_at, finishes_at, failure from sim_task
      where location = :location and ref = :ref and not lost
      """)
  Optional<TaskRow> known(String location, String ref);

  /// The task of a key that did not fail.
  @Query(
      """
      select ref, machine, operation, started_at, finishes_at, failure from sim_task
      where machine = :machine and operation = :operation and key = :key
        and failure is null and not lost
      """)
  Optional<TaskRow> ofKey(String machine, String operation, String key);

  @Query(
      """
      select ref, machine, operation, started_at, finishes_at, failure from sim_task
      where machine = :machine and operation = :operation and not lost
      order by started_at desc
      limit 1
      """)
  Optional<TaskRow> latest(String machine, String operation);

  @Query(
      """
      insert into sim_task
        (ref, location, machine, operation, key, started_at, finishes_at, failure)
      values (:ref, :location, :machine, :operation, :key, :startedAt, :finishesAt, :failure)
      """)
  void insert(
      String ref,
      String location,
      String machine,
      String operation,
      String key,
      Instant startedAt,
      Instant finishesAt,
      @Nullable String failure);

  @Query("update sim_task set lost = true where ref = :ref")
  void lose(String ref);

  @Query("update sim_task set failure = :failure, finishes_at = :now where ref = :ref")
  void fail(String ref, String failure, Instant now);

  /// Ends whatever is at work on a machine.
  @Query(
      """
      update sim_task set failure = :failure, finishes_at = :now
      where machine = :machine and finishes_at > :now
      """)
  void endAll(String machine, String failure, Instant now);
}
