package dev.slipway.deploy.bench.bare;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Makes the tables, once.
@Context
@Requires(env = BareApplication.ENVIRONMENT)
final class BareTables {

  private static final String TABLES =
      """
      create table if not exists bare_row (
        id text primary key,
        name text not null,
        plan text not null,
        image text not null,
        location text not null,
        created_at timestamptz not null);
      create table if not exists bare_server (
        id text primary key,
        tenant_id text not null,
        name text not null,
        status text not null,
        plan text not null,
        vcpus integer not null,
        memory_mib integer not null,
        disk_gib integer not null,
        image text not null,
        location text not null,
        networks text[] not null default '{}',
        ipv4 text,
        ipv6 text,
        labels jsonb not null,
        protected boolean not null,
        state_observed_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null);
      create index if not exists bare_server_newest on bare_server (tenant_id, created_at, id);
      create table if not exists scheduled_tasks (
        task_name text not null,
        task_instance text not null,
        task_data bytea,
        execution_time timestamptz,
        picked boolean not null,
        picked_by text,
        last_success timestamptz,
        last_failure timestamptz,
        consecutive_failures int,
        last_heartbeat timestamptz,
        version bigint not null,
        priority smallint,
        primary key (task_name, task_instance));
      create index if not exists execution_time_idx on scheduled_tasks (execution_time);
      create index if not exists last_heartbeat_idx on scheduled_tasks (last_heartbeat);
      """;

  BareTables(DataSource source) throws SQLException {
    try (Connection connection = DelegatingDataSource.unwrapDataSource(source).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(TABLES);
    }
  }
}
