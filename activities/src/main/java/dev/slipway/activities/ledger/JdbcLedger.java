package dev.slipway.activities.ledger;

import dev.slipway.activities.storage.Row;
import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The [Ledger] in PostgreSQL, for the whole platform: adoption asks across tenants.
@Singleton
final class JdbcLedger implements Ledger {

  private final Sql sql;
  private final Transactions transactions;

  JdbcLedger(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  @Override
  public Optional<ExternalObject> find(String action, String step, int generation) {
    String select =
        """
        select * from external_object
        where action_id = :action and step = :step and generation = :generation
          and state = 'present'
        """;
    return transactions.in(
        Scope.PLATFORM, () -> keyed(select, action, step, generation).one(JdbcLedger::external));
  }

  @Override
  public List<ExternalObject> present(String action) {
    String select =
        """
        select * from external_object
        where action_id = :action and state = 'present'
        order by ordinal
        """;
    return transactions.reading(
        Scope.PLATFORM, () -> sql.of(select).with("action", action).list(JdbcLedger::external));
  }

  @Override
  public List<String> keysLeft(String action) {
    String select =
        """
        select a.id || '/' || s.step || '/' || generations.generation as key
        from action a
        join action_step s on s.action_id = a.id
        cross join generate_series(1, s.generation) as generations (generation)
        where a.id = :action
          and a.residual @> jsonb_build_array(jsonb_build_object('kind', s.step))
        """;
    return transactions.reading(
        Scope.PLATFORM, () -> sql.of(select).with("action", action).list(row -> row.text("key")));
  }

  @Override
  public void record(ExternalObject object) {
    String upsert =
        """
        insert into external_object (
          action_id, tenant_id, step, generation, kind, key, external_id, origin, location, state)
        values (
          :action, :tenant, :step, :generation, :kind, :key, :externalId, :origin, :location,
          'present')
        on conflict (action_id, step, generation) do update
        set kind = excluded.kind, key = excluded.key, external_id = excluded.external_id,
            origin = case when external_object.origin = 'adopted'
                            and external_object.state = 'present'
                            and external_object.external_id = excluded.external_id
                          then 'adopted' else excluded.origin end,
            location = excluded.location, state = 'present'
        """;
    transactions.in(
        Scope.PLATFORM,
        () -> {
          if (object.isAdopted()) {
            regain(object);
          }
          return keyed(upsert, object.action(), object.step(), object.generation())
              .with("tenant", object.tenant())
              .with("kind", object.kind())
              .with("key", object.key())
              .with("externalId", object.externalId())
              .with("origin", object.origin().code())
              .with("location", object.location())
              .update();
        });
  }

  @Override
  public Optional<ExternalObject> take(ExternalObject object) {
    String lock = "select pg_advisory_xact_lock(hashtextextended(:object, 0)) as locked";
    return transactions.in(
        Scope.PLATFORM,
        () -> {
          sql.of(lock)
              .with("object", object.location() + "/" + object.externalId())
              .list(row -> "");
          Optional<ExternalObject> holder =
              boundTo(object.externalId(), object.location())
                  .filter(other -> !other.key().equals(object.key()));
          if (holder.isEmpty()) {
            record(object);
          }
          return holder;
        });
  }

  private void regain(ExternalObject object) {
    String update =
        """
        update action
        set residual = (
          select coalesce(jsonb_agg(entry), '[]')
          from jsonb_array_elements(residual) as entry
          where entry ->> 'externalId' is distinct from :externalId)
        where id = :action
          and residual @> jsonb_build_array(
            jsonb_build_object('externalId', cast(:externalId as text)))
        """;
    sql.of(update).with("action", object.action()).with("externalId", object.externalId()).update();
  }

  @Override
  public void gone(String action, String step, int generation) {
    String update =
        """
        update external_object set state = 'gone'
        where action_id = :action and step = :step and generation = :generation
        """;
    transactions.in(Scope.PLATFORM, () -> keyed(update, action, step, generation).update());
  }

  @Override
  public Optional<ExternalObject> boundTo(String externalId, String location) {
    String select =
        """
        select * from external_object
        where external_id = :externalId and location = :location and state = 'present'
        order by ordinal
        limit 1
        """;
    return transactions.in(
        Scope.PLATFORM,
        () ->
            sql.of(select)
                .with("externalId", externalId)
                .with("location", location)
                .one(JdbcLedger::external));
  }

  private Sql.Statement keyed(String text, String action, String step, int generation) {
    return sql.of(text).with("action", action).with("step", step).with("generation", generation);
  }

  private static ExternalObject external(Row row) throws SQLException {
    return new ExternalObject(
        row.text("action_id"),
        row.text("step"),
        row.integer("generation"),
        row.text("kind"),
        row.text("key"),
        row.text("external_id"),
        Origin.valueOf(row.text("origin").toUpperCase(Locale.ROOT)),
        row.text("location"),
        row.text("tenant_id"));
  }
}
