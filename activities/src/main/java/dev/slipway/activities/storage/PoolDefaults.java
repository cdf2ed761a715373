package dev.slipway.activities.storage;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/// Gives the pool its limits: a lost database is a quick, clear error, and a connection that hangs
/// is given up.
@Singleton
final class PoolDefaults implements BeanCreatedEventListener<DatasourceConfiguration> {

  private final DatabaseSettings settings;

  PoolDefaults(DatabaseSettings settings) {
    this.settings = settings;
  }

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    DatasourceConfiguration pool = event.getBean();
    pool.setPoolName("slipway");
    pool.setMaximumPoolSize(settings.connections());
    pool.setConnectionTimeout(settings.patience().toMillis());
    pool.setValidationTimeout(Math.min(1_000, settings.patience().toMillis()));
    // The schema's check has connected before; the pool fills while the process starts.
    pool.setInitializationFailTimeout(-1);
    // Every statement comes again: it is prepared at its first use, not at its fifth.
    pool.addDataSourceProperty("prepareThreshold", "1");
    pool.addDataSourceProperty("ApplicationName", "slipway");
    pool.addDataSourceProperty("connectTimeout", "3");
    // No statement of ours takes this long: a server that hangs counts as away.
    pool.addDataSourceProperty("socketTimeout", "15");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    return pool;
  }
}
