package dev.slipway.activities.catalog;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;

/// Reads and writes locations.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LocationRows extends CrudRepository<LocationRow, String> {

  List<LocationRow> listOrderByCodeAsc();

  @Query("select * from location where id = :reference or code = :reference")
  Optional<LocationRow> of(String reference);
}
