package dev.slipway.deploy.bench.bare;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

/// Where the bare endpoint stores.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Requires(env = BareApplication.ENVIRONMENT)
interface BareRows extends CrudRepository<BareRow, String> {}
