package dev.slipway.activities.catalog;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;

/// Reads and writes plans.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PlanRows extends CrudRepository<PlanRow, String> {

  List<PlanRow> findByActiveTrueOrderByPriceMonthlyAscAndCodeAsc();

  @Query("select * from plan where active and (id = :reference or code = :reference)")
  Optional<PlanRow> active(String reference);
}
