package dev.slipway.deploy.bench.bare;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.Pageable;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// Where the bare list reads.
@JdbcRepository(dialect = Dialect.POSTGRES)
@Requires(env = BareApplication.ENVIRONMENT)
interface BareServers extends GenericRepository<BareServer, String> {

  List<BareServer> findByTenantId(String tenantId, Pageable page);
}
