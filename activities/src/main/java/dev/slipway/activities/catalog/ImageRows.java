package dev.slipway.activities.catalog;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;

/// Reads and writes images.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ImageRows extends CrudRepository<ImageRow, String> {

  List<ImageRow> findByActiveTrueOrderByNameAscAndCodeAsc();

  @Query("select * from image where active and (id = :reference or code = :reference)")
  Optional<ImageRow> active(String reference);
}
