package dev.slipway.activities.catalog;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;

/// Reads and writes networks.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NetworkRows extends CrudRepository<NetworkRow, String> {

  List<NetworkRow> listOrderByLocationAscAndCodeAsc();
}
